import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { instantOf, instantPartsIn } from './zone.ts';

test('an instant is found again from what the clock of a zone shows', () => {
	const zones = fc.constantFrom('Europe/Paris', 'America/New_York', 'Asia/Kolkata', 'UTC');
	const instants = fc.integer({ min: 0, max: 4e9 }).map((seconds) => seconds * 1000);
	fc.assert(
		fc.property(zones, instants, (zone, instant) => {
			const parts = instantPartsIn(zone, instant);
			assert.deepEqual(instantPartsIn(zone, instantOf(zone, parts)), parts);
		}),
	);
});

test('seed 1536347991: the first hour after a change of hour', () => {
	const first = Date.UTC(2092, 2, 30, 1);
	const parts = instantPartsIn('Europe/Paris', first);
	assert.equal(parts.hour, 3);
	assert.equal(instantOf('Europe/Paris', parts), first);
});

test('the skipped hour of spring gives the hour after, the repeated one of autumn its first', () => {
	const at = (month: number, day: number, h: number) => ({
		...{ year: 2025, month, day, hour: h, minute: 30, second: 0 },
	});
	assert.equal(instantOf('Europe/Paris', at(3, 30, 2)), Date.UTC(2025, 2, 30, 1, 30));
	assert.equal(instantOf('Europe/Paris', at(10, 26, 2)), Date.UTC(2025, 9, 26, 0, 30));
});
