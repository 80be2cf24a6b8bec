import assert from 'node:assert/strict';
import test from 'node:test';
import type {
	CatalogueLine,
	ConsumerLine,
	Delivery,
	GeneralCatalogue,
	GroupLine,
	GroupOrder,
	Product,
} from '../../model/index.ts';
import { calendarEvents, calendarRows, generalRows, gotLines, isUnloading } from './index.ts';

const HOUR = 3_600_000;
const mark = { t: 1, par: 'CO/dupleix.2' };
const perm = (lib: string, mode: 'U' | 'UP' | 'P'): CatalogueLine['perm'] => ({
	...{ lib, rayon: 'Divers', cons: 'F' as const, labels: [], tva: 550, mode },
	...{ emb: 'unite' as const, demi: true, par: 0 as const, cree: 0 },
});
const act = { d: 20250101, dispo: 3, pu: 1_190, pn: 1_800, pb: 1_800 } as const;
const product = (lib: string, mode: 'U' | 'UP' | 'P'): CatalogueLine => ({
	...{ perm: perm(lib, mode), act: { ...act }, chg: [] },
});
const catalogue = {
	lignes: { '1.1': product('Poulet', 'UP'), '2.1': product('Oranges', 'U') },
};
const order = (lignes: Record<string, ConsumerLine>) => ({
	...{ lignes, tot: { nref: 1, pb: 0, px: 0, est: false, al: 0 } },
});
const line = (rest: Partial<ConsumerLine>): ConsumerLine => ({
	...{ cmd: { q2: 4, ...mark }, t1: 1 },
	...rest,
});
const groupOf = (rest: Partial<GroupLine>): GroupOrder => ({
	lignes: {
		'2.1': {
			...{ cmd: { q2: 8, g: 0, nco: 2 }, att: { q2: 8, g: 0 }, dis: { q2: 0, g: 0 }, al: 0 },
			...rest,
		},
	},
	tot: { nco: 2, nref: 1, pb: 0, px: 0, al: 0 },
});

test('what I got: packages with their weights and prices, an estimate until all are there', () => {
	const packages = [{ id: 'a', g: 1_720, px: 2_047 }];
	const [one] = gotLines(order({ '1.1': line({ paq: packages }) }), undefined, catalogue);
	assert.deepEqual([one?.ordered, one?.est, one?.packages], [4, true, packages]);
	assert.equal(one?.px, 2_047 + 2_142);
	const both = [...packages, { id: 'b', g: 1_850, px: 2_202 }];
	const dis = { q2: 4, g: 3_570, ...mark };
	const [all] = gotLines(order({ '1.1': line({ paq: both, dis }) }), undefined, catalogue);
	assert.deepEqual([all?.got, all?.est, all?.px, all?.reason], [4, false, 4_249, undefined]);
});

test('why one got less or more than ordered', () => {
	const reason = (rest: Partial<ConsumerLine>, group: Partial<GroupLine> = {}) =>
		gotLines(order({ '2.1': line(rest) }), groupOf(group), catalogue)[0]?.reason;
	const [exp, rec] = [(q2: number) => ({ q2, g: 0, np: 0 }), (q2: number) => ({ q2, ...mark })];
	assert.equal(reason({}), undefined);
	assert.equal(reason({ att: { q2: 2, ...mark } }), 'shared');
	assert.equal(reason({ dis: { q2: 2, ...mark } }, { exp: exp(8), rec: rec(4) }), 'lost');
	assert.equal(reason({ dis: { q2: 2, ...mark } }, { exp: exp(4), rec: rec(4) }), 'short');
	assert.equal(reason({ dis: { q2: 2, ...mark } }, { rec: rec(4) }), 'short');
	assert.equal(reason({ dis: { q2: 2, ...mark } }, { exp: exp(8), rec: rec(8) }), 'less');
	assert.equal(reason({ dis: { q2: 6, ...mark } }), 'more');
	assert.equal(isUnloading(groupOf({})), false);
	assert.equal(isUnloading(groupOf({ rec: rec(2) })), true);
	assert.deepEqual(gotLines(null, null, undefined), []);
});

const stop = (tLiv: number) => ({ tLiv, adrL: 'A', tDis: tLiv + HOUR, adrD: 'Halle', ordre: 1 });
const delivery = (from: number): Delivery => ({
	...{ tOuv: from, tClo: from + 50 * HOUR, tExp: from + 60 * HOUR, tArc: from + 900 * HOUR },
	...{ pts: { dupleix: stop(from + 70 * HOUR) }, hist: [] },
});
const facts = (livr: string, from: number) => {
	const { tOuv, tClo, tExp, tArc } = delivery(from);
	const entry = { livr, tOuv, tClo, tExp, tArc, gcs: ['dupleix'], det: true };
	return { gp: 'bocage', entry, delivery: delivery(from) };
};

test('a calendar: what comes by day, what is over the latest first, and a file of what comes', () => {
	const viewer = { gc: 'dupleix', avance: 2, now: 1_000 * HOUR };
	const all = [facts('20250628', 990 * HOUR), facts('20250501', 0), facts('20250510', 500 * HOUR)];
	const { coming, past } = calendarRows(all, viewer);
	assert.deepEqual(
		coming.map(({ livr, closes }) => [livr, closes]),
		[['20250628', 1_038 * HOUR]],
	);
	assert.deepEqual(
		past.map(({ livr }) => livr),
		['20250510', '20250501'],
	);
	assert.equal(calendarRows(all, { ...viewer, gc: 'agora' }).coming.length, 0);
	const events = calendarEvents(
		coming,
		{ org: 'o', gc: 'dupleix', now: viewer.now },
		() => 'Bocage',
		{
			closing: (name) => `closing ${name}`,
			pickUp: (name) => `pick up ${name}`,
		},
	);
	assert.deepEqual(
		events.map(({ title, place }) => [title, place]),
		[
			['closing Bocage', undefined],
			['pick up Bocage', 'Halle'],
		],
	);
});

test('the general catalogue on a day: conditions in force, nothing that was removed', () => {
	const made = (lib: string, rest: Partial<Product> = {}): Product => ({
		...{ ...perm(lib, 'U'), cv: [{ ...act }, { ...act, d: 20260101, pu: 1_300 }] },
		...rest,
	});
	const prods: GeneralCatalogue['prods'] = {
		'1.1': made('Miel'),
		'1.2': made('Ancien', { sup: 20250301 }),
		'1.3': made('Futur', { cv: [{ ...act, d: 20270101 }] }),
	};
	const rows = generalRows({ prods }, { gc: 'dupleix', today: 20260601, newSince: 1 });
	assert.deepEqual(
		rows.map(({ perm: { lib }, price, isNew }) => [lib, price, isNew]),
		[['Miel', 1_300, false]],
	);
});
