import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CalendarEntry, ConsumerOrder, Delivery } from '../../model/index.ts';
import { type DeliveryFacts, deliveryList, isFollowed } from './delivery-cards.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const now = Date.UTC(2025, 5, 10, 16);
const viewer = { gc: 'dupleix', avance: 0, now };

const dates = (open: number) => ({
	tOuv: now + open,
	tClo: now + open + 4 * DAY,
	tExp: now + open + 5 * DAY,
	tArc: now + open + 40 * DAY,
});

const facts = (livr: string, open: number, more: Partial<DeliveryFacts> = {}): DeliveryFacts => {
	const entry: CalendarEntry = { livr, ...dates(open), gcs: ['dupleix'], det: true };
	const at = (days: number) => now + open + days * DAY;
	const stop = { tLiv: at(5), adrL: 'quai', tDis: at(6), adrD: 'salle verte', ordre: 1 };
	const delivery: Delivery = { ...dates(open), pts: { dupleix: stop }, hist: [] };
	return { gp: 'bocage', entry, delivery, order: null, ...more };
};

const ordered: ConsumerOrder = {
	lignes: {},
	tot: { nref: 3, pb: 12_000, px: 4200, est: true, al: (1 << 12) | (1 << 4) },
};

const codes = (cards: readonly { livr: string }[]) => cards.map((card) => card.livr);

test('open ones by closing date, then what is to collect, then what comes', () => {
	const list = deliveryList(
		[
			facts('20250701', 2 * DAY),
			facts('20250614', -2 * DAY),
			facts('20250613', -3 * DAY, { order: ordered }),
			facts('20250605', -6 * DAY, { order: ordered }),
			facts('20250604', -7 * DAY),
			facts('20250401', -60 * DAY, { order: ordered }),
		],
		viewer,
	);
	assert.deepEqual(codes(list.open), ['20250613', '20250614']);
	assert.deepEqual(codes(list.collect), ['20250605']);
	assert.deepEqual(codes(list.coming), ['20250701']);
	assert.deepEqual(codes(list.without), ['20250604']);
	assert.equal(list.nextOpening, now + 2 * DAY);
});

test('a card carries the next date, the synthesis and only the alerts of a consumer', () => {
	const [card] = deliveryList([facts('20250613', -3 * DAY, { order: ordered })], viewer).open;
	assert.deepEqual(card?.next, { date: 'tClo', at: now + DAY });
	assert.equal(card?.synthesis?.price, 4200);
	assert.equal(card?.synthesis?.state, 'estimated');
	assert.deepEqual(card?.alerts, ['PRIX']);
	assert.deepEqual(card?.pickUp, { from: now + 3 * DAY, place: 'salle verte' });
});

test('orders of the group close earlier: closed for its consumers, open for the others', () => {
	const list = deliveryList([facts('20250613', -3 * DAY, { order: ordered })], {
		...viewer,
		avance: 30,
	});
	assert.equal(list.open.length, 0);
	assert.equal(list.collect[0]?.phase, 2);
});

test('deliveries of other groups are not shown; announced ones are coming', () => {
	const { delivery: _none, ...announced } = facts('20250901', 60 * DAY);
	const elsewhere = { ...announced, entry: { ...announced.entry, gcs: ['lavoir'] } };
	const list = deliveryList([announced, elsewhere], viewer);
	assert.equal(list.coming.length, 1);
	assert.equal(list.coming[0]?.detailed, false);
	assert.deepEqual(list.coming[0]?.next, { date: 'tOuv', at: now + 60 * DAY });
});

test('a cancelled delivery is said first to whoever ordered, with the reason', () => {
	const base = facts('20250614', -2 * DAY, { order: ordered });
	const ann = { t: now, raison: 'Camion en panne' };
	const cancelled = base.delivery ? { ...base, delivery: { ...base.delivery, ann } } : base;
	assert.equal(deliveryList([cancelled], viewer).cancelled[0]?.cancelled, 'Camion en panne');
	assert.equal(deliveryList([{ ...cancelled, order: null }], viewer).cancelled.length, 0);
});

test('orders not known yet are in no list but the open ones', () => {
	const { order: _unknown, ...closed } = facts('20250604', -7 * DAY);
	const { order: _other, ...open } = facts('20250614', -2 * DAY);
	const list = deliveryList([closed, open], viewer);
	assert.equal(list.without.length + list.collect.length, 0);
	assert.equal(list.open[0]?.synthesis, undefined);
});

test('followed: opened and not archived', () => {
	const delivery = (open: number) => facts('20250614', open).delivery as Delivery;
	assert.equal(isFollowed(delivery(DAY), viewer), false);
	assert.equal(isFollowed(delivery(-DAY), viewer), true);
	assert.equal(isFollowed(delivery(-10 * DAY), viewer), true);
	assert.equal(isFollowed(delivery(-60 * DAY), viewer), false);
});
