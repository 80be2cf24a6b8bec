import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
	changeDates,
	checkDates,
	type DateFacts,
	type Delivery,
	declareEvent,
	defaultArchive,
	instantOf,
	localTimeOf,
	mayWrite,
	nextDate,
	type Phase,
	phaseForConsumer,
	phaseForGroup,
	phaseOf,
	type Role,
	writeTable,
} from './index.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const at = (day: number): number => 1_000 * DAY + day * DAY;

const delivery: Delivery = {
	tOuv: at(10),
	tClo: at(20),
	tExp: at(22),
	tArc: at(52),
	pts: {
		dupleix: {
			tLiv: at(22) + 6 * HOUR,
			adrL: 'Hall',
			tDis: at(22) + 9 * HOUR,
			adrD: 'Hall',
			ordre: 1,
		},
	},
	hist: [],
};

const facts = (now: number, more: Partial<DateFacts> = {}): DateFacts => ({
	now,
	role: 'GP',
	cartonStarted: false,
	basketPicked: false,
	otherExpeditions: [],
	...more,
});

test('each instant of a delivery has its phase, its bounds included', () => {
	const bounds: [number, Phase, Phase][] = [
		[at(10) - 1, 0, 0],
		[at(10), 1, 1],
		[at(20) - 1, 1, 1],
		[at(20), 2, 2],
		[at(22), 3, 3],
		[at(22) + 6 * HOUR, 3, 4],
		[at(22) + 9 * HOUR, 3, 5],
		[at(52), 6, 6],
	];
	for (const [now, forGp, forGc] of bounds) {
		assert.equal(phaseOf(delivery, now), forGp);
		assert.equal(phaseForGroup(delivery, 'dupleix', now), forGc);
	}
	assert.equal(phaseForGroup(delivery, 'other', at(15)), 'X');
	assert.equal(phaseOf({ ...delivery, ann: { t: 1, raison: 'gel' } }, at(15)), 'X');
});

test('S8 clock: the consumer stops `avance` hours before, both at tClo', () => {
	const attempt = (role: Role, now: number, avance: number) =>
		mayWrite({
			role,
			object: 'BCC.cmd',
			phase:
				role === 'CO'
					? phaseForConsumer(delivery, 'dupleix', now, avance)
					: phaseForGroup(delivery, 'dupleix', now),
		}).ok;
	const early = at(20) - 6 * HOUR;
	assert.equal(attempt('CO', early - 1, 6), true);
	assert.equal(attempt('CO', early, 6), false);
	assert.equal(attempt('GC', early, 6), true);
	assert.equal(attempt('GC', at(20), 6), false);
	assert.equal(attempt('CO', at(20), 6), false);
});

test('a price is frozen from the expedition on, an archive refuses all, a blocked consumer too', () => {
	const code = (result: ReturnType<typeof mayWrite>) => (result.ok ? 'ok' : result.error.code);
	assert.equal(code(mayWrite({ role: 'GP', object: 'CATL', phase: 2 })), 'ok');
	assert.equal(code(mayWrite({ role: 'GP', object: 'CATL', phase: 3 })), 'E-GEL');
	assert.equal(code(mayWrite({ role: 'GC', object: 'BCC.dis', phase: 6 })), 'E-ARCH');
	assert.equal(code(mayWrite({ role: 'PR', object: 'BCC.cmd', phase: 1 })), 'E-DROIT');
	assert.equal(code(mayWrite({ role: 'GC', object: 'BCC.att', phase: 2 })), 'E-PHASE');
	const blocked = { role: 'CO', object: 'BCC.cmd', phase: 1, consumer: 1 } as const;
	assert.equal(code(mayWrite(blocked)), 'E-BLOQUE');
	assert.equal(code(mayWrite({ ...blocked, object: 'CHD' })), 'ok');
	assert.equal(code(mayWrite({ ...blocked, object: 'CHD', consumer: 2 })), 'E-BLOQUE');
});

test('who may write: the table, cell by cell', () => {
	const cells = Object.entries(writeTable).flatMap(([object, row]) =>
		Object.entries(row).map(([role, phases]) => `${object} ${role} ${phases.join('')}`),
	);
	assert.deepEqual(cells, [
		'BCC.cmd CO 1',
		'BCC.cmd GC 1',
		'BCC.att GC 145',
		'BCC.dis GC 45',
		'BCC.ret GC 5',
		'BCG.rec GC 45',
		'BCG.paq GC 45',
		'CART PR 23',
		'CART GP 23',
		'CATL GP 012',
		'CHL GP 012345X',
		'CHL GC 12345X',
		'CHD GC 12345X',
		'CHD CO 12345X',
	]);
});

test('dates follow each other, and two tours never leave at the same instant', () => {
	const fault = (change: Partial<Delivery>, others: number[] = []) => {
		const checked = checkDates({ ...delivery, ...change }, others);
		return checked.ok ? 'ok' : checked.error.detail?.champ;
	};
	assert.equal(fault({}), 'ok');
	assert.equal(fault({ tClo: at(10) }), 'tClo');
	assert.equal(fault({ tExp: at(19) }), 'tExp');
	assert.equal(fault({ tExp: at(23) }), 'pts.dupleix.tLiv');
	assert.equal(fault({ tArc: at(29) }), 'tArc');
	assert.equal(fault({}, [at(22)]), 'tExp');
	assert.equal(defaultArchive(at(22), Object.values(delivery.pts)), at(52));
	assert.equal(defaultArchive(at(22), [{ tDis: at(60) }]), at(67));
});

test('S9 re-opening: later closing in phase 2, refused once a carton is in progress', () => {
	const reopen = [{ field: 'tClo', to: at(21) }] as const;
	const now = at(20) + HOUR;
	const accepted = changeDates(delivery, reopen, facts(now), 'GP/bocage');
	assert.ok(accepted.ok);
	assert.equal(phaseOf(accepted.value, now), 1);
	assert.deepEqual(accepted.value.hist, [
		{ t: now, par: 'GP/bocage', champ: 'tClo', av: at(20), ap: at(21) },
	]);
	const started = changeDates(delivery, reopen, facts(now, { cartonStarted: true }), 'GP/bocage');
	assert.equal(started.ok ? 'ok' : started.error.code, 'E-DATE');
});

test('changing dates: who and when', () => {
	const outcome = (
		change: Parameters<typeof changeDates>[1][number],
		now: number,
		more: Partial<DateFacts> = {},
	) => {
		const changed = changeDates(delivery, [change], facts(now, more), 'GP/bocage');
		return changed.ok ? 'ok' : changed.error.code;
	};
	const gc = 'dupleix';
	assert.equal(outcome({ field: 'tOuv', to: at(11) }, at(9)), 'ok');
	assert.equal(outcome({ field: 'tOuv', to: at(11) }, at(10)), 'E-DATE');
	assert.equal(outcome({ field: 'tOuv', to: at(11) }, at(9), { role: 'GC' }), 'E-DROIT');
	assert.equal(outcome({ field: 'tClo', to: at(15) + 12 * HOUR }, at(15)), 'ok');
	assert.equal(outcome({ field: 'tClo', to: at(15) + 11 * HOUR }, at(15)), 'E-DATE');
	assert.equal(outcome({ field: 'tClo', to: at(22) }, at(15)), 'ok');
	assert.equal(outcome({ field: 'tClo', to: at(23) }, at(15)), 'E-DATE');
	assert.equal(outcome({ field: 'tExp', to: at(21) }, at(21) + 1), 'E-DATE');
	const late = at(22) + 12 * HOUR;
	assert.equal(outcome({ field: 'tDis', gc, to: late }, at(22), { role: 'GC' }), 'ok');
	assert.equal(outcome({ field: 'tDis', gc, to: late }, at(22)), 'E-DATE');
	const distributing = at(22) + 10 * HOUR;
	const picked = { role: 'GC', basketPicked: true } as const;
	assert.equal(outcome({ field: 'tDis', gc, to: late }, distributing, { role: 'GC' }), 'ok');
	assert.equal(outcome({ field: 'tDis', gc, to: late }, distributing, picked), 'E-DATE');
	assert.equal(outcome({ field: 'tLiv', gc, to: late }, distributing), 'E-DATE');
	assert.equal(outcome({ field: 'tArc', to: at(60) }, distributing), 'ok');
	assert.equal(outcome({ field: 'tArc', to: at(51) }, distributing), 'E-DATE');
	assert.equal(outcome({ field: 'tArc', to: at(113) }, distributing), 'E-DATE');
	assert.equal(outcome({ field: 'tArc', to: at(60) }, at(52)), 'E-ARCH');
	assert.equal(outcome({ field: 'adrD', gc, to: 'Gymnase' }, at(21), { role: 'GC' }), 'ok');
	assert.equal(outcome({ field: 'adrL', gc, to: 'Gymnase' }, at(21), { role: 'GC' }), 'E-DROIT');
});

test('a closing may move later together with its expedition', () => {
	const changes = [
		{ field: 'tClo', to: at(21) },
		{ field: 'tExp', to: at(22) - HOUR },
	] as const;
	assert.ok(changeDates(delivery, changes, facts(at(15)), 'GP/bocage').ok);
});

test('people may declare what happened before the plan says so', () => {
	const now = at(21);
	const left = declareEvent(delivery, { event: 'left' }, facts(now), 'GP/bocage');
	assert.ok(left.ok);
	assert.equal(phaseForGroup(left.value, 'dupleix', now), 3);
	const arrived = { event: 'arrived', gc: 'dupleix' } as const;
	const too = declareEvent(delivery, arrived, facts(now), 'GC/dupleix');
	assert.equal(too.ok ? 'ok' : too.error.code, 'E-PHASE');
	const there = declareEvent(left.value, arrived, facts(now + HOUR), 'GC/dupleix');
	assert.ok(there.ok);
	assert.equal(phaseForGroup(there.value, 'dupleix', now + HOUR), 4);
	assert.equal(there.value.hist.length, 2);
});

test('next date', () => {
	const next = (now: number, avance = 0) => nextDate(delivery, 'dupleix', now, avance);
	assert.deepEqual(next(at(9)), { date: 'tOuv', at: at(10) });
	assert.deepEqual(next(at(15), 6), { date: 'tClo', at: at(20) - 6 * HOUR });
	assert.deepEqual(next(at(20)), { date: 'tExp', at: at(22) });
	assert.deepEqual(next(at(22)), { date: 'tLiv', at: at(22) + 6 * HOUR });
	assert.deepEqual(next(at(23)), { date: 'tArc', at: at(52) });
	assert.equal(next(at(60)), undefined);
});

test('20:00 in Paris, summer, winter, and across both changes of hour', () => {
	const zone = 'Europe/Paris';
	const day = (value: number) => localTimeOf(Date.parse(`${value}-06-01T12:00Z`), zone).day;
	assert.equal(day(2026), 20260601);
	const cases: [string, string][] = [
		['2026-06-14T20:00', '2026-06-14T18:00Z'],
		['2026-01-14T20:00', '2026-01-14T19:00Z'],
		['2026-03-29T02:30', '2026-03-29T01:30Z'],
		['2026-03-29T03:30', '2026-03-29T01:30Z'],
		['2026-10-25T02:30', '2026-10-25T00:30Z'],
	];
	for (const [local, utc] of cases) {
		const shown = localTimeOf(Date.parse(`${local}Z`), 'UTC');
		assert.equal(instantOf(shown, zone), Date.parse(utc), local);
	}
});
