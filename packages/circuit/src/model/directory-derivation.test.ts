import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
	type Calendar,
	calendarEntryOf,
	createDemonstration,
	type DocumentData,
	isReachable,
	rebuildCalendar,
	rebuildConsumersDirectory,
	withCalendarEntry,
	withGeneralCard,
	withoutCalendarEntry,
} from './index.ts';

const { primary } = createDemonstration({ now: Date.parse('2026-03-10T14:25Z'), seed: 1 });
const found = primary.find((one) => one.type === 'FGC')?.data;
const delivery = primary.find((one) => one.type === 'LIVRG')?.data as DocumentData['LIVRG'];
assert.ok(found && delivery);
const sheet = found as DocumentData['FGC'];

test('what a group keeps for itself is not in its directory, nor are hashes', () => {
	const hidden: DocumentData['FGC'] = {
		...sheet,
		conf: { tels: 2, adr: 1 },
		acces: [{ lab: 'x', pw: 1, hash: 'secret-hash' }],
	};
	const directory = rebuildConsumersDirectory(hidden, {});
	assert.deepEqual(directory, { g: { tels: [], mails: sheet.contact.mails }, cos: {} });
});

test('somebody can be reached by what is not kept to himself', () => {
	const contact = { tels: [{ lab: 'a', num: '1' }], mails: ['a@b.example'] };
	assert.ok(isReachable(contact, { tels: 2, mails: 1 }));
	assert.ok(!isReachable(contact, { tels: 2, mails: 2 }));
	assert.ok(!isReachable({ tels: [], mails: [] }, {}));
});

test('cards are added to the general directory one at a time', () => {
	const one = withGeneralCard(null, 'gcs', 'dupleix', sheet);
	const two = withGeneralCard(one, 'gps', 'bocage', sheet);
	assert.deepEqual(two, { gcs: { dupleix: sheet.carte }, gps: { bocage: sheet.carte } });
});

test('a calendar entry follows its delivery, without the groups removed from the tour', () => {
	const [gc = ''] = Object.keys(delivery.pts);
	const stop = delivery.pts[gc];
	assert.ok(stop);
	const changed = { ...delivery, pts: { ...delivery.pts, [gc]: { ...stop, retire: 5 } } };
	assert.ok(calendarEntryOf('20260301', delivery).gcs.includes(gc));
	assert.ok(!calendarEntryOf('20260301', changed).gcs.includes(gc));
	const cancelled = calendarEntryOf('20260301', { ...delivery, ann: { t: 7, raison: 'gel' } });
	assert.equal(cancelled.ann, 7);
});

test('entry by entry is the same as a rebuild; an announced delivery gives way to the real one', () => {
	const announced = (livr: string) => ({ ...calendarEntryOf(livr, delivery), det: false });
	const current: Calendar = { livrs: [announced('20260301'), announced('20260401')] };
	const byEntry = withCalendarEntry(
		withCalendarEntry(current, calendarEntryOf('20260501', delivery)),
		calendarEntryOf('20260301', delivery),
	);
	const rebuilt = rebuildCalendar({ 20260301: delivery, 20260501: delivery }, current);
	assert.deepEqual(byEntry, rebuilt);
	assert.deepEqual(
		rebuilt.livrs.map(({ livr, det }) => [livr, det]),
		[
			['20260301', true],
			['20260401', false],
			['20260501', true],
		],
	);
	const left = withoutCalendarEntry(rebuilt, '20260301').livrs.map(({ livr }) => livr);
	assert.deepEqual(left, ['20260401', '20260501']);
});
