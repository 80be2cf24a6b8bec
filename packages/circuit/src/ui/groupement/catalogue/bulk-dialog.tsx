import { Button, NativeSelect, TextInput } from '@mantine/core';
import { Dialog, MomentField, parseMoney, useFormats, useText } from '@navette/ui';
import { type FormEvent, useState } from 'react';
import {
	type BulkChange,
	type BulkPrice,
	bulkCells,
	bulkPrices,
	dayToText,
	textToDay,
} from '../../../client/index.ts';
import { RefusalNote } from '../../parts/refusal-note.tsx';
import { catalogueTexts } from './catalogue-texts.ts';
import type { CatalogueDesk } from './use-catalogue.ts';

const ROUNDS = [1, 5, 10] as const;

/** `-2,5` → −250 hundredths. */
const readSigned = (text: string): number | undefined => {
	const typed = text.trim();
	const sign = typed.charAt(0);
	const value = parseMoney(typed.slice('-−+'.includes(sign) ? sign.length : 0).replace('%', ''));
	return value === undefined ? undefined : sign === '-' || sign === '−' ? -value : value;
};

function Preview({ prices }: { readonly prices: readonly BulkPrice[] }) {
	const { bulkForm, product } = useText(catalogueTexts);
	const { money } = useFormats();
	if (prices.length === 0) return <p>{bulkForm.none}</p>;
	return (
		<div className="cg-scroll" tabIndex={-1}>
			<table className="ci-table">
				<caption>{bulkForm.table}</caption>
				<thead>
					<tr>
						<th scope="col">{product}</th>
						<th scope="col">{bulkForm.before}</th>
						<th scope="col">{bulkForm.after}</th>
					</tr>
				</thead>
				<tbody>
					{prices.map(({ code, label, before, after }) => (
						<tr key={code}>
							<th scope="row">{label}</th>
							<td data-label={bulkForm.before}>{money(before)}</td>
							<td data-label={bulkForm.after}>
								<b>{money(after)}</b>
							</td>
						</tr>
					))}
				</tbody>
			</table>
		</div>
	);
}

function Body({ desk, close }: { readonly desk: CatalogueDesk; close(): void }) {
	const text = useText(catalogueTexts);
	const { bulkForm } = text;
	const { day: dayText } = useFormats();
	const [kind, setKind] = useState<BulkChange['kind']>('percent');
	const [typed, setTyped] = useState('');
	const [round, setRound] = useState<BulkChange['round']>(5);
	const [date, setDate] = useState(dayToText(desk.today));
	const by = readSigned(typed);
	const day = textToDay(date);
	const isDay = day !== undefined && day >= desk.today;
	const prices = by === undefined || !isDay ? [] : bulkPrices(desk.shown, { kind, by, round, day });
	const submit = async (event: FormEvent) => {
		event.preventDefault();
		if (day === undefined || prices.length === 0) return;
		const lignes = bulkCells(prices, day);
		const input = { right: desk.view.right, gp: desk.view.gp, lignes };
		const said = bulkForm.done(prices.length, dayText(String(day), 'date'));
		if (await desk.write([{ name: 'CatgImporter', input }], said)) close();
	};
	return (
		<form className="cg-form" onSubmit={(event) => void submit(event)} noValidate>
			<p>{bulkForm.about(desk.shown.length)}</p>
			<div className="cg-pair">
				<TextInput
					label={bulkForm.by}
					description={bulkForm.byNote}
					inputMode="text"
					value={typed}
					error={typed !== '' && by === undefined ? bulkForm.byFault : undefined}
					onChange={(event) => setTyped(event.currentTarget.value)}
				/>
				<NativeSelect
					label={bulkForm.kind}
					value={kind}
					onChange={(event) => setKind(event.currentTarget.value === 'cents' ? 'cents' : 'percent')}
					data={[
						{ value: 'percent', label: bulkForm.percent },
						{ value: 'cents', label: bulkForm.cents },
					]}
				/>
				<NativeSelect
					label={bulkForm.round}
					value={String(round)}
					onChange={(event) =>
						setRound(ROUNDS.find((one) => String(one) === event.currentTarget.value) ?? 1)
					}
					data={ROUNDS.map((value) => ({ value: String(value), label: bulkForm.rounds[value] }))}
				/>
				<MomentField
					kind="day"
					label={bulkForm.day}
					note={text.fields.notes.day}
					value={date}
					error={isDay ? undefined : bulkForm.dayFault}
					change={setDate}
				/>
			</div>
			{by === undefined ? null : <Preview prices={prices} />}
			<RefusalNote refused={desk.writing.refused} />
			<div className="cg-actions">
				<Button type="submit" disabled={prices.length === 0} loading={desk.writing.isBusy}>
					{bulkForm.save(prices.length)}
				</Button>
				<Button variant="default" onClick={close}>
					{text.keep}
				</Button>
			</div>
		</form>
	);
}

/** The prices of the products shown, changed together from a day on: all of them or none. */
export function BulkDialog(props: {
	readonly desk: CatalogueDesk;
	readonly opened: boolean;
	close(): void;
}) {
	const { bulkForm } = useText(catalogueTexts);
	return (
		<Dialog opened={props.opened} onClose={props.close} size="lg" title={bulkForm.title}>
			{props.opened ? <Body desk={props.desk} close={props.close} /> : null}
		</Dialog>
	);
}
