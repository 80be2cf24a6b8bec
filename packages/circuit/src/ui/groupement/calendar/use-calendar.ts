import { useFormats, useSearchText, useText, useUndo } from '@navette/ui';
import type { DraftFacts } from '../../../client/index.ts';
import { type CalendarEntry, localTimeOf } from '../../../model/index.ts';
import { useWrite, type Writing } from '../../parts/use-write.ts';
import type { GroupementView, KnownDelivery } from '../parts/use-groupement.ts';
import { calendarTexts } from './calendar-texts.ts';

/** What the calendar shows, and what was asked of it: the address says it, so that it can be shared. */
export interface CalendarDesk {
	readonly view: GroupementView;
	readonly writing: Writing;
	/** Day `yyyymmdd` or code of an announcement of the delivery being typed; empty = none. */
	readonly newDay: string;
	readonly seasonOf: string;
	readonly cancelOf: string;
	readonly facts: DraftFacts;
	/** Whether a month, by its first day, is over. */
	isPast(first: number): boolean;
	askNew(day: number): void;
	askDetail(livr: string): void;
	askSeason(livr: string): void;
	askCancel(livr: string): void;
	close(): void;
	withdraw(entry: CalendarEntry): void;
}

/** The latest delivery that was not cancelled: a new one is like it. */
const modelOf = (deliveries: readonly KnownDelivery[]): KnownDelivery | undefined =>
	deliveries.findLast(({ delivery }) => delivery.ann === undefined);

export function useCalendar(view: GroupementView): CalendarDesk {
	const text = useText(calendarTexts);
	const { day } = useFormats();
	const offerUndo = useUndo();
	const writing = useWrite();
	const [newDay, setNew] = useSearchText('new', '');
	const [seasonOf, setSeason] = useSearchText('repeat', '');
	const [cancelOf, setCancel] = useSearchText('cancel', '');
	const place = (livr: string) => ({ right: view.right, gp: view.gp, livr });
	const withdraw = async (entry: CalendarEntry) => {
		const { livr, det: _det, ann: _ann, ...annonce } = entry;
		const done = await writing.run([{ name: 'LivrAnnoncer', input: place(livr) }]);
		if (done === undefined) return;
		const again = { name: 'LivrAnnoncer', input: { ...place(livr), annonce } };
		offerUndo({
			message: text.withdrawn(day(livr)),
			undo: () => void writing.run([again]),
		});
	};
	return {
		...{ view, writing, newDay, seasonOf, cancelOf },
		facts: {
			...{ timeZone: view.timeZone, model: modelOf(view.deliveries), linked: view.linked },
			addressOf: view.groupAddress,
		},
		isPast: (first) =>
			Math.floor(first / 100) < Math.floor(localTimeOf(view.now, view.timeZone).day / 100),
		askNew: (first) => setNew(String(first)),
		askDetail: setNew,
		askSeason: setSeason,
		askCancel: setCancel,
		close: () => {
			writing.dismiss();
			if (newDay !== '') setNew('');
			if (seasonOf !== '') setSeason('');
			if (cancelOf !== '') setCancel('');
		},
		withdraw: (entry) => void withdraw(entry),
	};
}
