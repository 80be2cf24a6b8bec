import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CalendarEntry, DateFacts, Delivery } from '../../model/index.ts';
import {
	codeOfDraft,
	conflictsOf,
	draftFor,
	mayChange,
	momentToText,
	movedDraft,
	movedTo,
	placedStops,
	placesToWrite,
	plannedCopies,
	previewDates,
	readDraft,
	seasonDays,
	stopsOfDraft,
	textToMoment,
	yearOf,
	yearsOf,
} from './index.ts';

const ZONE = 'Europe/Paris';
/** Of June 2025. */
const at = (day: number, hour: number): number => Date.UTC(2025, 5, day, hour - 2);
const stop = (ordre: number) => ({
	...{ tLiv: at(14, 9), adrL: 'ici', tDis: at(14, 10), adrD: 'ici', ordre },
});
const delivery: Delivery = {
	...{ lib: 'Tournée', tOuv: at(2, 8), tClo: at(12, 20), tExp: at(14, 6), tArc: at(14, 6) + 2.6e9 },
	pts: { dupleix: stop(1), agora: stop(2) },
	hist: [],
};
const entry = (livr: string, tExp: number, more: Partial<CalendarEntry> = {}): CalendarEntry => ({
	...{ livr, tOuv: tExp - 1e9, tClo: tExp - 2e8, tExp, tArc: tExp + 2.6e9, gcs: [], det: true },
	...more,
});
const facts: DateFacts = {
	...{ now: at(5, 10), role: 'GP', cartonStarted: false, basketPicked: false },
	otherExpeditions: [at(28, 6)],
};

test('moments are written and read on the clock of the place', () => {
	assert.equal(momentToText(at(12, 20), ZONE), '2025-06-12T20:00');
	assert.equal(textToMoment('2025-06-12T20:00', ZONE), at(12, 20));
	for (const bad of ['', '2025-06-12', '2025-02-31T10:00', 'demain'])
		assert.equal(textToMoment(bad, ZONE), undefined, bad);
});

test('a year has twelve months of whole weeks, marked by deliveries, closings, open orders', () => {
	const entries = [entry('20250614', at(14, 6), { tOuv: at(2, 8), tClo: at(12, 20) })];
	const months = yearOf(entries, 2025, at(5, 10), ZONE);
	assert.equal(months.length, 12);
	const june = months[5]?.weeks.flat().filter((day) => day !== null) ?? [];
	assert.equal(june.length, 30);
	const marks = Object.fromEntries(june.map(({ date, mark }) => [date, mark]));
	assert.deepEqual(
		[1, 2, 11, 12, 13, 14].map((date) => marks[date]),
		[undefined, 'open', 'open', 'closing', undefined, 'delivery'],
	);
	assert.deepEqual(
		june.filter(({ isToday }) => isToday).map(({ date }) => date),
		[5],
	);
	// The first of June 2025 is a Sunday: the last day of its week.
	assert.equal(months[5]?.weeks[0]?.[6]?.date, 1);
	assert.deepEqual(yearsOf([entry('20270101', 0)], at(5, 10), ZONE), [2025, 2026, 2027]);
	const cancelled = yearOf([entry('20250614', at(14, 6), { ann: 1 })], 2025, at(5, 10), ZONE);
	assert.equal(
		cancelled[5]?.weeks.flat().some((day) => day?.mark),
		false,
	);
});

test('conflicts: the same departure, the same day; cancelled ones are in nobody’s way', () => {
	const others = [
		entry('20250614a', at(14, 6)),
		entry('20250614b', at(14, 17)),
		entry('20250614c', at(14, 6), { ann: 1 }),
		entry('20250615', at(15, 6)),
	];
	const found = conflictsOf({ livr: '20250614', tExp: at(14, 6) }, others, ZONE);
	assert.deepEqual(found, [
		{ kind: 'same-departure', livr: '20250614a' },
		{ kind: 'same-day', livr: '20250614b' },
	]);
});

test('S17 a season: the second Saturday of each month, or every four weeks', () => {
	const months = seasonDays('20250614', { kind: 'month' }, 8);
	assert.deepEqual(months.slice(0, 3), ['20250712', '20250809', '20250913']);
	assert.equal(months[7], '20260214', 'over the turn of the year');
	const fifth = seasonDays('20250531', { kind: 'month' }, 2);
	assert.deepEqual(fifth, ['20250628', '20250726'], 'a fifth Saturday is the last one');
	const weeks = seasonDays('20250614', { kind: 'weeks', every: 4 }, 2);
	assert.deepEqual(weeks, ['20250712', '20250809']);
});

test('S17 planned copies keep weekdays and hours, and say what stands in their way', () => {
	const entries = [
		entry('20250712', Date.UTC(2025, 6, 12, 4)),
		entry('20250809', 1, { det: false }),
		entry('20250913a', Date.UTC(2025, 8, 13, 4)),
	];
	const days = ['20250712', '20250809', '20250913', '20250607'];
	const copies = plannedCopies(delivery, '20250614', days, {
		...{ entries, now: at(5, 21), timeZone: ZONE },
	});
	assert.deepEqual(
		copies.map(({ fault }) => fault),
		['taken', undefined, 'departure', 'past'],
	);
	assert.equal(momentToText(copies[1]?.delivery?.tClo ?? 0, ZONE), '2025-08-07T20:00');
});

test('a new delivery takes dates, groups and stops of the latest one', () => {
	const draftFacts = {
		...{ timeZone: ZONE, model: { livr: '20250614', delivery }, linked: ['dupleix', 'canal'] },
		addressOf: (gc: string) => `chez ${gc}`,
	};
	const draft = draftFor(20250712, draftFacts);
	assert.deepEqual(
		[draft.tClo, draft.tExp, draft.groups, draft.label],
		['2025-07-10T20:00', '2025-07-12T06:00', ['dupleix'], 'Tournée'],
	);
	assert.equal(codeOfDraft({ ...draft, suffix: 'b' }), '20250712b');
	const read = readDraft({ ...draft, groups: ['dupleix', 'canal'] }, [], {
		...{ timeZone: ZONE, now: at(5, 10) },
	});
	assert.ok('draft' in read);
	const stops = stopsOfDraft(read.draft, draftFacts);
	assert.equal(momentToText(stops.dupleix?.tLiv ?? 0, ZONE), '2025-07-12T09:00');
	assert.equal(stops.canal?.adrL, 'chez canal');
	const later = movedDraft(draft, { ...draft, day: '2025-07-19' }, draftFacts);
	assert.equal(later.tClo, '2025-07-17T20:00', 'dates follow the day');
	const typed = { ...draft, tClo: '2025-07-09T12:00' };
	const kept = movedDraft(typed, { ...typed, day: '2025-07-19' }, draftFacts);
	assert.equal(kept.tClo, '2025-07-09T12:00', 'unless one was typed');
	const first = draftFor(20250712, { ...draftFacts, model: undefined });
	assert.deepEqual([first.tOuv, first.groups], ['2025-06-26T08:00', ['dupleix', 'canal']]);
});

test('a draft that is not possible names its field', () => {
	const draft = draftFor(20250712, {
		...{ timeZone: ZONE, linked: [], addressOf: () => '' },
	});
	const fault = (more: Partial<typeof draft>, entries: CalendarEntry[] = []) => {
		const read = readDraft({ ...draft, ...more }, entries, { timeZone: ZONE, now: at(5, 10) });
		return 'fault' in read ? `${read.fault.field} ${read.fault.why}` : 'ok';
	};
	assert.equal(fault({}), 'ok');
	assert.equal(fault({ day: '' }), 'day missing');
	assert.equal(fault({ tClo: '' }), 'tClo missing');
	assert.equal(fault({ tClo: '2025-06-26T07:00' }), 'tClo order');
	assert.equal(fault({ tExp: '2025-07-09T07:00' }), 'tExp order');
	assert.equal(fault({ tOuv: '2025-06-01T08:00', tClo: '2025-06-04T08:00' }), 'tClo past');
	assert.equal(fault({}, [entry('20250712', 1)]), 'day taken');
	assert.equal(fault({}, [entry('20250711', Date.UTC(2025, 6, 12, 4))]), 'tExp departure');
});

test('dates are judged as the server does, with what will be told', () => {
	const preview = previewDates(delivery, [{ field: 'tClo', to: at(13, 20) }], facts);
	assert.deepEqual(preview.told, [{ field: 'tClo', before: at(12, 20), after: at(13, 20) }]);
	assert.deepEqual([preview.isPosted, preview.fault], [true, undefined]);
	const late = previewDates(delivery, [{ field: 'tClo', to: at(14, 7) }], facts);
	assert.deepEqual(late.fault, { field: 'tExp', code: 'E-DATE', isOther: false });
	const other = previewDates(
		delivery,
		[
			{ field: 'tExp', to: at(28, 6) },
			{ field: 'tLiv', gc: 'dupleix', to: at(28, 9) },
			{ field: 'tDis', gc: 'dupleix', to: at(28, 10) },
			{ field: 'tLiv', gc: 'agora', to: at(28, 9) },
			{ field: 'tDis', gc: 'agora', to: at(28, 10) },
		],
		facts,
	);
	assert.equal(other.fault?.isOther, true);
	assert.deepEqual(previewDates(delivery, [{ field: 'tClo', to: at(12, 20) }], facts).told, []);
	assert.equal(mayChange(delivery, { field: 'tOuv' }, at(5, 10)), false);
	assert.equal(mayChange(delivery, { field: 'tClo' }, at(5, 10)), true);
	assert.equal(mayChange(delivery, { field: 'tLiv', gc: 'agora' }, at(14, 9)), false);
});

test('stops are moved and numbered again: only what changed is written', () => {
	const stops = placedStops({ pts: { c: stop(9), a: stop(1), b: { ...stop(2), retire: 1 } } });
	assert.deepEqual(
		stops.map(({ gc }) => gc),
		['a', 'c', 'b'],
	);
	assert.deepEqual(placesToWrite(movedTo(stops, 1, 0)), [
		{ gc: 'c', ordre: 1 },
		{ gc: 'a', ordre: 2 },
	]);
	assert.deepEqual(placesToWrite(placedStops(delivery)), []);
	assert.deepEqual(movedTo([1, 2], 0, 5), [1, 2]);
});
