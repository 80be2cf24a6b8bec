import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createDemonstration, phaseOf } from '../model/index.ts';
import { guidePlaces } from './guide-places.ts';

test('the demonstration has a delivery of each phase to lead to, the soonest one', () => {
	const now = Date.UTC(2026, 5, 11, 16);
	const known = createDemonstration({ now, seed: 1 }).primary.flatMap((one) =>
		one.type === 'LIVRG'
			? [{ gp: String(one.key.gp), livr: String(one.key.livr), delivery: one.data }]
			: [],
	);
	const places = guidePlaces(known, (delivery) => phaseOf(delivery, now));
	assert.deepEqual(Object.keys(places).sort(), ['0', '1', '2', '3']);
	const open = known.filter(({ delivery }) => phaseOf(delivery, now) === 1);
	assert.equal(places[1], `${open[0]?.gp}/${open[0]?.livr}`);
	const twice = guidePlaces(
		[...known, ...known.map((one) => ({ ...one, livr: '20100101' }))],
		() => 1,
	);
	assert.match(twice[1] ?? '', /\/20100101$/);
});
