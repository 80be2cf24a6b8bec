import { Button, TextInput } from '@mantine/core';
import { MomentField, useText } from '@navette/ui';
import type { FormEvent } from 'react';
import { RefusalNote } from '../../parts/refusal-note.tsx';
import { deliveryTexts } from './delivery-texts.ts';
import { ToldNote } from './told-note.tsx';
import type { DateField, DateForm } from './use-date-form.ts';
import type { DeliveryDesk } from './use-delivery-desk.ts';

function Field({ field }: { readonly field: DateField }) {
	const text = useText(deliveryTexts);
	const { name, value, isLocked, error, change } = field;
	const label = text.fields[name];
	const note = isLocked ? { note: text.locked[name] } : {};
	if (name !== 'adrL' && name !== 'adrD')
		return <MomentField {...{ label, value, error, change, ...note }} disabled={isLocked} />;
	return (
		<TextInput
			{...{ label, value, error }}
			description={note.note}
			disabled={isLocked}
			maxLength={300}
			onChange={(event) => change(event.currentTarget.value)}
		/>
	);
}

interface Props {
	readonly desk: DeliveryDesk;
	readonly form: DateForm;
	/** After what was typed is saved. */
	done?(): void;
}

/** Dates with what is wrong beside each, the sentences to be told, and the two ways out. */
export function DateFields({ desk, form, done }: Props) {
	const text = useText(deliveryTexts);
	const submit = async (event: FormEvent) => {
		event.preventDefault();
		if (form.canSave && (await form.save())) done?.();
	};
	return (
		<form className="cg-form" onSubmit={(event) => void submit(event)} noValidate>
			<div className="cg-pair">
				{form.fields.map((field) => (
					<Field key={field.name} field={field} />
				))}
			</div>
			{form.elsewhere ? (
				<p className="cg-refusal" role="alert">
					{form.elsewhere}
				</p>
			) : null}
			{form.canSave ? <ToldNote preview={form.preview} groupName={desk.view.groupName} /> : null}
			<RefusalNote refused={desk.writing.refused} />
			{form.hasChanges ? (
				<div className="cg-actions">
					<Button type="submit" disabled={!form.canSave} loading={desk.writing.isBusy}>
						{text.save}
					</Button>
					<Button variant="default" onClick={form.reset}>
						{text.reset}
					</Button>
				</div>
			) : null}
		</form>
	);
}
