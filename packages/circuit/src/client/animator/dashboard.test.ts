import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Delivery, GroupOrder } from '../../model/index.ts';
import { deliveryEntries, timelineOf } from './index.ts';

const HOUR = 3_600_000;

const stop = (at: number) => ({
	tLiv: at,
	adrL: 'Cour',
	tDis: at + 2 * HOUR,
	adrD: 'Préau',
	ordre: 1,
});

/** A delivery that opens at `start`, with one date per hour. */
const delivery = (start: number, gcs: readonly string[] = ['dupleix']): Delivery => ({
	tOuv: start,
	tClo: start + HOUR,
	tExp: start + 2 * HOUR,
	tArc: start + 1_000 * HOUR,
	pts: Object.fromEntries(gcs.map((gc) => [gc, stop(start + 3 * HOUR)])),
	hist: [],
});

const order: GroupOrder = {
	lignes: {},
	tot: { nco: 12, nref: 5, pb: 8_000, px: 4_200, al: 8 + 128 },
};

const bocage = (deliveries: Record<string, Delivery>, orders: Record<string, GroupOrder> = {}) => ({
	gp: 'bocage',
	deliveries: Object.entries(deliveries).map(([livr, data]) => ({
		key: { gp: 'bocage', livr },
		data,
	})),
	orders: new Map(Object.entries(orders)),
});

test('the timeline asks for attention in order: open, here, coming, planned, past', () => {
	const now = 500 * HOUR;
	const source = bocage({
		'20250101': delivery(-2_000 * HOUR),
		'20250201': delivery(now - 3.5 * HOUR),
		'20250301': delivery(now - 1.5 * HOUR),
		'20250401': delivery(now - 0.5 * HOUR),
		'20250501': delivery(now + HOUR),
		'20250601': delivery(now - 0.2 * HOUR, ['agora']),
	});
	const timeline = timelineOf(deliveryEntries([source], 'dupleix', now));
	assert.deepEqual(
		timeline.map(({ part, entries }) => [part, ...entries.map((one) => one.livr)]),
		[
			['open', '20250401'],
			['here', '20250201'],
			['coming', '20250301'],
			['planned', '20250501'],
			['past', '20250101'],
		],
	);
	assert.deepEqual(timeline[0]?.entries[0]?.next, { date: 'tClo', at: now + 0.5 * HOUR });
});

test('a delivery shows its order, with the alerts of an animator only', () => {
	const source = bocage({ '20250401': delivery(0) }, { '20250401': order });
	const [entry] = deliveryEntries([source], 'dupleix', 1);
	assert.deepEqual(
		[entry?.people, entry?.synthesis.price, entry?.synthesis.alerts],
		[12, 4_200, 8],
	);
});

test('a stop removed from the tour stays visible only when the group had ordered', () => {
	const removed = delivery(0);
	const own = removed.pts.dupleix;
	assert.ok(own);
	removed.pts.dupleix = { ...own, retire: 1 };
	const with_ = bocage({ '20250401': removed }, { '20250401': order });
	assert.equal(deliveryEntries([bocage({ '20250401': removed })], 'dupleix', 2).length, 0);
	assert.equal(deliveryEntries([with_], 'dupleix', 2)[0]?.phase, 'X');
});

test('a delivery announced to the group in the calendar is planned, others are not shown', () => {
	const dates = { tOuv: 10 * HOUR, tClo: 11 * HOUR, tExp: 12 * HOUR, tArc: 900 * HOUR };
	const calendar = {
		livrs: [
			{ livr: '20250701', lib: 'Été', ...dates, gcs: ['dupleix'], det: false },
			{ livr: '20250702', ...dates, gcs: ['agora'], det: false },
			{ livr: '20250703', ...dates, gcs: ['dupleix'], det: true },
		],
	};
	const [entry, ...others] = deliveryEntries([{ ...bocage({}), calendar }], 'dupleix', 1);
	assert.deepEqual(others, []);
	assert.deepEqual(
		[entry?.livr, entry?.label, entry?.phase, entry?.announced, entry?.next],
		['20250701', 'Été', 0, true, { date: 'tOuv', at: 10 * HOUR }],
	);
});
