import { Button } from '@mantine/core';
import { Chip, ScreenLink, useFormats, useText } from '@navette/ui';
import { IconAlertTriangle, IconSpeakerphone } from '@tabler/icons-react';
import { conflictsOf } from '../../../client/index.ts';
import { type CalendarEntry, phaseOf } from '../../../model/index.ts';
import { PhaseChip } from '../../parts/phase-chip.tsx';
import { whenText } from '../../parts/when-text.ts';
import { calendarTexts } from './calendar-texts.ts';
import type { CalendarDesk } from './use-calendar.ts';

interface Props {
	readonly entry: CalendarEntry;
	readonly desk: CalendarDesk;
}

function Actions({ entry, desk }: Props) {
	const text = useText(calendarTexts);
	const { day } = useFormats();
	const { livr, det } = entry;
	const said = day(livr);
	const phase = phaseOf(entry, desk.view.now);
	const button = (label: string, short: string, run: () => void) => (
		<Button variant="subtle" size="compact-md" aria-label={label} onClick={run}>
			{short}
		</Button>
	);
	if (!det)
		return (
			<span className="cg-entry-actions">
				{button(text.detail(said), text.detailShort, () => desk.askDetail(livr))}
				{button(text.withdraw(said), text.withdrawShort, () => desk.withdraw(entry))}
			</span>
		);
	return (
		<span className="cg-entry-actions">
			{button(text.repeat(said), text.repeatShort, () => desk.askSeason(livr))}
			{phase === 0 || phase === 1 || phase === 2
				? button(text.cancel(said), text.cancelShort, () => desk.askCancel(livr))
				: null}
		</span>
	);
}

/** One delivery of the calendar: where it stands, what is in its way, what to do with it. */
export function EntryRow({ entry, desk }: Props) {
	const text = useText(calendarTexts);
	const formats = useFormats();
	const { view } = desk;
	const { livr, lib, det, tClo } = entry;
	const phase = phaseOf(entry, view.now);
	return (
		<li>
			<div className="cg-entry-head">
				{det ? (
					<ScreenLink to={`deliveries/${view.gp}/${livr}`}>{formats.day(livr)}</ScreenLink>
				) : (
					<b>{formats.day(livr)}</b>
				)}
				{det ? <PhaseChip phase={phase} /> : <Chip icon={IconSpeakerphone}>{text.announced}</Chip>}
			</div>
			<small className="nv-quiet">
				{[lib, phase === 0 || phase === 1 ? text.closes(whenText(tClo, view.now, formats)) : '']
					.filter(Boolean)
					.join(' · ')}
			</small>
			{conflictsOf(entry, view.entries, view.timeZone).map(({ kind, livr: other }) => (
				<Chip key={`${kind} ${other}`} tone="warn" icon={IconAlertTriangle}>
					{text.conflict[kind](formats.day(other, 'short'))}
				</Chip>
			))}
			<Actions entry={entry} desk={desk} />
		</li>
	);
}
