import { NativeSelect, TextInput } from '@mantine/core';
import { MomentField, useText } from '@navette/ui';
import type { ConditionsDraft, ConditionsField } from '../../../client/index.ts';
import type { Permanent } from '../../../model/index.ts';
import { catalogueTexts } from './catalogue-texts.ts';

interface Props {
	readonly draft: ConditionsDraft;
	readonly product: Pick<Permanent, 'mode' | 'emb'>;
	readonly fault: ConditionsField | undefined;
	/** The day is not asked: conditions of one delivery. */
	readonly dayless?: boolean;
	change(draft: ConditionsDraft): void;
}

/** Price, availability, weights and warning of a product from a day on. */
export function ConditionsFields({ draft, product, fault, dayless = false, change }: Props) {
	const text = useText(catalogueTexts);
	const { fields } = text;
	const { mode, emb } = product;
	const kind = mode === 'U' ? (emb === 'caisse' ? 'crate' : 'unit') : 'kilo';
	const field = (name: ConditionsField, label: string, note: string) => (
		<TextInput
			label={label}
			description={note}
			inputMode={name === 'price' ? 'decimal' : 'text'}
			value={draft[name]}
			error={fault === name ? fields.faults[name as keyof typeof fields.faults] : undefined}
			onChange={(event) => change({ ...draft, [name]: event.currentTarget.value })}
		/>
	);
	return (
		<div className="cg-pair">
			{dayless ? null : (
				<MomentField
					kind="day"
					label={fields.day}
					note={fields.notes.day}
					value={draft.day}
					error={fault === 'day' ? fields.faults.day : undefined}
					change={(day) => change({ ...draft, day })}
				/>
			)}
			{field('price', fields.priceOf[kind], fields.notes.price[mode === 'U' ? 'U' : 'kilo'])}
			<NativeSelect
				label={fields.dispo}
				description={fields.notes.dispo}
				value={draft.dispo}
				onChange={(event) => change({ ...draft, dispo: event.currentTarget.value })}
				data={([0, 1, 2, 3, 4] as const).map((value) => ({
					value: String(value),
					label: text.dispos[value],
				}))}
			/>
			{mode === 'P' ? null : field('net', fields.net, fields.notes.net)}
			{mode === 'P' ? null : field('gross', fields.gross, fields.notes.gross)}
			{field('most', fields.most, fields.mostNote[mode === 'P' ? 'P' : 'U'])}
		</div>
	);
}
