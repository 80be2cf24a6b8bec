import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { Dialog, useText } from '@navette/ui';
import { type FormEvent, useState } from 'react';
import {
	type ConditionsDraft,
	dayToText,
	NEW_PRODUCT,
	type ProductDraft,
	type ProductField,
	readConditions,
	readProduct,
} from '../../../client/index.ts';
import { RefusalNote } from '../../parts/refusal-note.tsx';
import { catalogueTexts } from './catalogue-texts.ts';
import { ConditionsFields } from './conditions-fields.tsx';
import { READERS } from './product-words.ts';
import type { CatalogueDesk } from './use-catalogue.ts';

interface FieldsProps {
	readonly draft: ProductDraft;
	readonly producers: readonly { readonly value: string; readonly label: string }[];
	readonly fault: ProductField | undefined;
	change(change: Partial<ProductDraft>): void;
}

function Words({ draft, producers, fault, change }: FieldsProps) {
	const { creation, producer } = useText(catalogueTexts);
	const errorOf = (name: ProductField) => (fault === name ? creation.faults[name] : undefined);
	const field = (name: 'lib' | 'rayon' | 'desc' | 'tva' | 'labels', label: string) => (
		<TextInput
			label={label}
			description={creation.notes[name]}
			value={draft[name]}
			error={name === 'desc' ? undefined : errorOf(name)}
			onChange={(event) => change({ [name]: event.currentTarget.value })}
		/>
	);
	return (
		<div className="cg-pair">
			<NativeSelect
				label={producer}
				value={draft.pr}
				error={errorOf('pr')}
				onChange={(event) => change({ pr: event.currentTarget.value })}
				data={[{ value: '', label: creation.choose }, ...producers]}
			/>
			{field('lib', creation.lib)}
			{field('rayon', creation.rayon)}
			{field('desc', creation.desc)}
			{field('tva', creation.tva)}
			{field('labels', creation.labels)}
		</div>
	);
}

const MODES = ['U', 'UP', 'P'] as const;
const STORAGES = ['S', 'F', 'G'] as const;

function Kind({ draft, fault, change }: Omit<FieldsProps, 'producers'>) {
	const text = useText(catalogueTexts);
	const { creation } = text;
	return (
		<>
			<div className="cg-pair">
				<NativeSelect
					label={creation.mode}
					description={creation.modeNote}
					value={draft.mode}
					onChange={(event) =>
						change({ mode: MODES.find((one) => one === event.currentTarget.value) ?? 'U' })
					}
					data={MODES.map((value) => ({ value, label: text.kinds[value] }))}
				/>
				<NativeSelect
					label={creation.cons}
					description={creation.notes.cons}
					value={draft.cons}
					onChange={(event) =>
						change({ cons: STORAGES.find((one) => one === event.currentTarget.value) ?? 'S' })
					}
					data={STORAGES.map((value) => ({ value, label: text.storage[value] }))}
				/>
				{draft.mode === 'P' ? (
					<TextInput
						label={creation.step}
						description={creation.stepNote}
						value={draft.step}
						error={fault === 'step' ? creation.faults.step : undefined}
						onChange={(event) => change({ step: event.currentTarget.value })}
					/>
				) : null}
			</div>
			{draft.mode === 'U' ? (
				<fieldset className="cg-fields">
					<Checkbox
						label={creation.crate}
						description={creation.notes.crate}
						checked={draft.emb === 'caisse'}
						onChange={(event) => change({ emb: event.currentTarget.checked ? 'caisse' : 'unite' })}
					/>
					<Checkbox
						label={creation.demi}
						description={creation.notes.demi}
						checked={draft.demi}
						onChange={(event) => change({ demi: event.currentTarget.checked })}
					/>
					<Checkbox
						label={creation.whole}
						description={creation.notes.whole}
						disabled={!draft.demi}
						checked={draft.demi && draft.whole}
						onChange={(event) => change({ whole: event.currentTarget.checked })}
					/>
				</fieldset>
			) : null}
		</>
	);
}

function Body({ desk, close }: { readonly desk: CatalogueDesk; close(): void }) {
	const text = useText(catalogueTexts);
	const { creation } = text;
	const { view } = desk;
	const [draft, setDraft] = useState<ProductDraft>({ ...NEW_PRODUCT, pr: desk.query.pr });
	const [sold, setSold] = useState<ConditionsDraft>({
		...{ day: dayToText(desk.today), price: '', dispo: '3', net: '', gross: '', most: '' },
	});
	const [isTold, setTold] = useState(false);
	const product = readProduct(draft, READERS);
	const conditions = readConditions(sold, draft.mode, desk.today, READERS);
	const change = (more: Partial<ProductDraft>) => setDraft({ ...draft, ...more });
	const submit = async (event: FormEvent) => {
		event.preventDefault();
		setTold(true);
		if ('fault' in product || 'fault' in conditions) return;
		const { perm } = product;
		const place = { right: view.right, gp: view.gp, pr: draft.pr };
		const input = { ...place, perm, cv: conditions.conditions };
		const done = await desk.write([{ name: 'ProdCreer', input }], creation.created(perm.lib));
		if (done) close();
	};
	const producers = view.producers.map((pr) => ({ value: pr, label: view.producerName(pr) }));
	return (
		<form className="cg-form" onSubmit={(event) => void submit(event)} noValidate>
			<Words
				{...{ draft, producers, change }}
				fault={isTold && 'fault' in product ? product.fault : undefined}
			/>
			<Kind
				{...{ draft, change }}
				fault={isTold && 'fault' in product ? product.fault : undefined}
			/>
			<fieldset className="cg-fields">
				<legend>{creation.first}</legend>
				<ConditionsFields
					draft={sold}
					product={draft}
					fault={isTold && 'fault' in conditions ? conditions.fault : undefined}
					change={setSold}
				/>
			</fieldset>
			<RefusalNote refused={desk.writing.refused} />
			<div className="cg-actions">
				<Button type="submit" loading={desk.writing.isBusy}>
					{creation.save}
				</Button>
				<Button variant="default" onClick={close}>
					{text.keep}
				</Button>
			</div>
		</form>
	);
}

/** A product that did not exist, with its first conditions. */
export function NewProductDialog(props: {
	readonly desk: CatalogueDesk;
	readonly opened: boolean;
	close(): void;
}) {
	const { creation } = useText(catalogueTexts);
	return (
		<Dialog opened={props.opened} onClose={props.close} size="lg" title={creation.title}>
			{props.opened ? <Body desk={props.desk} close={props.close} /> : null}
		</Dialog>
	);
}
