import { Dialog, useFormats, useNavigation, useText } from '@navette/ui';
import { useState } from 'react';
import {
	type DeliveryDraft,
	draftFor,
	draftOfEntry,
	movedDraft,
	type ReadDraft,
	readDraft,
	stopsOfDraft,
} from '../../../client/index.ts';
import { calendarTexts } from './calendar-texts.ts';
import { DeliveryForm } from './delivery-form.tsx';
import type { CalendarDesk } from './use-calendar.ts';

const firstDraft = ({ view, newDay, facts }: CalendarDesk): DeliveryDraft => {
	const entry = view.entries.find((one) => one.livr === newDay && !one.det);
	if (entry) return draftOfEntry(entry, view.timeZone);
	return draftFor(Number(newDay.slice(0, 8)), facts);
};

const callOf = (read: ReadDraft, isAnnounced: boolean, { view, facts }: CalendarDesk) => {
	const { livr, gcs, ...dates } = read;
	const place = { right: view.right, gp: view.gp, livr };
	return isAnnounced
		? { name: 'LivrAnnoncer', input: { ...place, annonce: { ...dates, gcs } } }
		: { name: 'LivrCreer', input: { ...place, ...dates, pts: stopsOfDraft(read, facts) } };
};

function Body({ desk }: { readonly desk: CalendarDesk }) {
	const text = useText(calendarTexts).form;
	const { day } = useFormats();
	const { go } = useNavigation();
	const { view, writing } = desk;
	const [draft, keepDraft] = useState(() => firstDraft(desk));
	const [announceOnly, setAnnounce] = useState(false);
	const [isTold, setTold] = useState(false);
	// Dates follow the day as long as nobody has typed one.
	const setDraft = (next: DeliveryDraft) =>
		keepDraft(next.day === draft.day ? next : movedDraft(draft, next, desk.facts));
	const read = readDraft(draft, view.entries, view);
	const submit = async () => {
		setTold(true);
		if ('fault' in read) return;
		const { livr } = read.draft;
		const said = announceOnly ? text.announcedSaid(day(livr)) : text.created(day(livr));
		const done = await writing.run([callOf(read.draft, announceOnly, desk)], said);
		if (done === undefined) return;
		if (announceOnly) desk.close();
		else go(`deliveries/${view.gp}/${livr}`);
	};
	return (
		<DeliveryForm
			{...{ draft, setDraft, announceOnly, setAnnounce, desk }}
			fault={isTold && 'fault' in read ? read.fault : undefined}
			submit={() => void submit()}
		/>
	);
}

/** A new delivery, or what becomes of one that was only announced. */
export function DeliveryDialog({ desk }: { readonly desk: CalendarDesk }) {
	const text = useText(calendarTexts).form;
	const { newDay, view } = desk;
	const isEntry = view.entries.some((one) => one.livr === newDay && !one.det);
	return (
		<Dialog
			opened={newDay !== ''}
			onClose={desk.close}
			size="lg"
			title={isEntry ? text.detailTitle : text.title}
		>
			{newDay === '' ? null : <Body desk={desk} />}
		</Dialog>
	);
}
