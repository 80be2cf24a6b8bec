import { ActionIcon, Button } from '@mantine/core';
import {
	DataAge,
	EmptyState,
	KeyHint,
	Page,
	type ScreenProps,
	useActions,
	useFormats,
	useSearchText,
	useText,
	WhenReady,
} from '@navette/ui';
import { IconCalendarPlus, IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useMemo } from 'react';
import { yearOf } from '../../../client/index.ts';
import { localTimeOf } from '../../../model/index.ts';
import { OfflineNote } from '../../parts/offline-note.tsx';
import { RefusalNote } from '../../parts/refusal-note.tsx';
import { useGroupement } from '../parts/use-groupement.ts';
import { calendarTexts } from './calendar-texts.ts';
import { CancelDialog } from './cancel-dialog.tsx';
import { DeliveryDialog } from './delivery-dialog.tsx';
import { MonthCard } from './month-card.tsx';
import { SeasonDialog } from './season-dialog.tsx';
import { type CalendarDesk, useCalendar } from './use-calendar.ts';
import '../../parts/frame.css';
import '../groupement.css';
import '../../parts/desk.css';
import './calendar.css';

const MARKS = ['delivery', 'closing', 'open'] as const;

function Legend() {
	const text = useText(calendarTexts);
	return (
		<ul className="cg-legend">
			{MARKS.map((mark) => (
				<li key={mark}>
					<span data-mark={mark} aria-hidden />
					{text.legend[mark]}
				</li>
			))}
		</ul>
	);
}

function YearSwitch({ year, setYear }: { readonly year: number; setYear(year: number): void }) {
	const text = useText(calendarTexts);
	const step = (label: string, to: number, Icon: typeof IconChevronLeft) => (
		<ActionIcon variant="default" size={44} aria-label={label} onClick={() => setYear(to)}>
			<Icon size={20} aria-hidden />
		</ActionIcon>
	);
	return (
		<fieldset className="cg-year" aria-label={text.year}>
			{step(text.before, year - 1, IconChevronLeft)}
			<b role="status">{year}</b>
			{step(text.after, year + 1, IconChevronRight)}
		</fieldset>
	);
}

function Months({ desk, year }: { readonly desk: CalendarDesk; readonly year: number }) {
	const { view } = desk;
	const { language } = useFormats();
	const months = useMemo(
		() => yearOf(view.entries, year, view.now, view.timeZone),
		[view.entries, year, view.now, view.timeZone],
	);
	const named = new Intl.DateTimeFormat(language === 'fr' ? 'fr-FR' : 'en-GB', {
		month: 'long',
		timeZone: 'UTC',
	});
	return (
		<div className="cg-months">
			{months.map((month, index) => (
				<MonthCard
					key={month.first}
					{...{ month, desk }}
					name={named.format(Date.UTC(year, index, 1))}
				/>
			))}
		</div>
	);
}

/** P2: the year of a groupement. */
export default function CalendarScreen({ role }: ScreenProps) {
	const text = useText(calendarTexts);
	const view = useGroupement(role);
	const desk = useCalendar(view);
	const today = localTimeOf(view.now, view.timeZone).day;
	const present = Math.floor(today / 10_000);
	const [asked, setYear] = useSearchText('year', String(present));
	const year = /^\d{4}$/.test(asked) ? Number(asked) : present;
	const create = () => desk.askNew(year === present ? today : year * 10_000 + 101);
	useActions([{ id: 'new-delivery', label: text.create, keys: 'n', run: create }]);
	const hasSome = view.entries.some(({ livr }) => livr.startsWith(String(year)));
	return (
		<Page title={text.title} aside={<DataAge syncedAt={view.calendar.syncedAt} />}>
			<OfflineNote />
			<WhenReady view={view.calendar}>
				<div className="cg-bar">
					<YearSwitch year={year} setYear={(to) => setYear(String(to))} />
					<Legend />
					<Button
						className="nv-thumb"
						leftSection={<IconCalendarPlus size={20} aria-hidden />}
						onClick={create}
					>
						{text.create} <KeyHint keys="n" />
					</Button>
				</div>
				{desk.newDay === '' && desk.seasonOf === '' && desk.cancelOf === '' ? (
					<RefusalNote refused={desk.writing.refused} />
				) : null}
				{hasSome ? null : (
					<EmptyState icon={IconCalendarPlus} title={text.emptyTitle}>
						{text.empty}
					</EmptyState>
				)}
				<Months desk={desk} year={year} />
				<DeliveryDialog desk={desk} />
				<SeasonDialog desk={desk} />
				<CancelDialog desk={desk} />
			</WhenReady>
		</Page>
	);
}
