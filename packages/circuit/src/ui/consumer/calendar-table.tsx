import { ScreenLink, useFormats, useText } from '@navette/ui';
import type { CalendarRow } from '../../client/index.ts';
import { PhaseChip } from '../parts/phase-chip.tsx';
import { calendarsTexts } from './calendars-texts.ts';

interface Props {
	readonly rows: readonly CalendarRow[];
	readonly caption: string;
	readonly now: number;
}

function Row({ row, now }: { readonly row: CalendarRow; readonly now: number }) {
	const text = useText(calendarsTexts);
	const { day, shortDate, time } = useFormats();
	const { gp, livr, lib, phase, opens, closes, pickUp, announced } = row;
	const at = (instant: number) => `${shortDate(instant)} ${time(instant)}`;
	return (
		<tr data-over={closes < now || undefined}>
			<th scope="row">
				{announced ? (
					<b>{day(livr)}</b>
				) : (
					<ScreenLink to={`deliveries/${gp}/${livr}`}>{day(livr)}</ScreenLink>
				)}
				{lib === undefined ? null : <small>{lib}</small>}
				{announced ? <small>{text.announced}</small> : null}
			</th>
			<td data-label={text.opens}>{at(opens)}</td>
			<td data-label={text.closes}>{at(closes)}</td>
			<td data-label={text.pickUp}>{pickUp ? at(pickUp.from) : '–'}</td>
			<td data-label={text.state}>
				<PhaseChip phase={phase} />
			</td>
		</tr>
	);
}

/** Deliveries by day: when orders open and close, when one collects. */
export function CalendarTable({ rows, caption, now }: Props) {
	const text = useText(calendarsTexts);
	return (
		<table className="co-table co-calendar">
			<caption className="nv-hidden">{caption}</caption>
			<thead>
				<tr>
					<th scope="col">{text.delivery}</th>
					<th scope="col">{text.opens}</th>
					<th scope="col">{text.closes}</th>
					<th scope="col">{text.pickUp}</th>
					<th scope="col">{text.state}</th>
				</tr>
			</thead>
			<tbody>
				{rows.map((row) => (
					<Row key={`${row.gp}.${row.livr}`} row={row} now={now} />
				))}
			</tbody>
		</table>
	);
}
