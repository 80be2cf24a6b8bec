import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Delivery, duplicateDelivery } from './index.ts';

const at = (text: string): number => Date.parse(text);
const delivery: Delivery = {
	lib: 'Tournée',
	tOuv: at('2025-05-20T08:00+02:00'),
	tClo: at('2025-06-05T20:00+02:00'),
	tExp: at('2025-06-14T05:00+02:00'),
	tArc: at('2025-07-14T05:00+02:00'),
	pts: {
		dupleix: {
			tLiv: at('2025-06-14T09:00+02:00'),
			adrL: 'Hall',
			tDis: at('2025-06-14T17:00+02:00'),
			adrD: 'Hall',
			ordre: 1,
		},
	},
	hist: [{ t: 1, par: 'GP/bocage', champ: 'tClo', av: 1, ap: 2 }],
};
const copied = (to: string) => {
	const copy = duplicateDelivery(delivery, '20250614', to, 'Europe/Paris');
	assert.ok(copy.ok);
	return copy.value;
};

test('S17 Saturday 14 June to Saturday 12 July: closing stays Thursday of the week before, 20:00', () => {
	const copy = copied('20250712');
	assert.equal(copy.tClo, at('2025-07-03T20:00+02:00'));
	assert.equal(copy.tExp, at('2025-07-12T05:00+02:00'));
	assert.equal(copy.pts.dupleix?.tDis, at('2025-07-12T17:00+02:00'));
	assert.deepEqual(copy.hist, []);
});

test('the time on the clock is kept across a change of hour', () => {
	assert.equal(copied('20251108').tClo, at('2025-10-30T20:00+01:00'));
	assert.equal(copied('20250614').tClo, delivery.tClo);
});

test('not to a day that does not exist, nor to another expedition’s instant', () => {
	assert.ok(!duplicateDelivery(delivery, '20250614', '20250631', 'Europe/Paris').ok);
	const others = [at('2025-07-12T05:00+02:00')];
	assert.ok(!duplicateDelivery(delivery, '20250614', '20250712', 'Europe/Paris', others).ok);
});
