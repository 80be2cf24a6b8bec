import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { LayeredMap } from './layered-map.ts';

const key = fc.integer({ min: 0, max: 120 }).map(String);
const changes = fc.array(fc.tuple(key, fc.option(fc.nat(), { nil: undefined })), { maxLength: 20 });

test('whatever the changes, it is what a map would be, and those before stay as they were', () => {
	fc.assert(
		fc.property(fc.array(changes, { maxLength: 30 }), (steps) => {
			const model = new Map<string, number>();
			let map = new LayeredMap<number>(new Map());
			const before: (readonly [LayeredMap<number>, string])[] = [];
			for (const step of steps) {
				for (const [name, value] of step)
					if (value === undefined) model.delete(name);
					else model.set(name, value);
				map = map.with(new Map(step));
				assert.equal(map.size, model.size);
				assert.deepEqual([...map].sort(), [...model].sort());
				assert.deepEqual([...map.keys()].length, [...map.values()].length);
				for (let name = 0; name < 121; name++) {
					assert.equal(map.get(`${name}`), model.get(`${name}`));
					assert.equal(map.has(`${name}`), model.has(`${name}`));
				}
				before.push([map, JSON.stringify([...map])]);
			}
			for (const [old, text] of before) assert.equal(JSON.stringify([...old]), text);
		}),
		{ numRuns: 60 },
	);
});

test('an entry that changes keeps its place, and `forEach` sees them all', () => {
	const map = new LayeredMap(
		new Map([
			['a', 1],
			['b', 2],
			['c', 3],
		]),
	);
	const next = map.with(
		new Map<string, number | undefined>([
			['b', 9],
			['a', undefined],
			['d', 4],
		]),
	);
	const seen: string[] = [];
	next.forEach((value, name) => {
		seen.push(`${name}${value}`);
	});
	assert.deepEqual(seen, ['b9', 'c3', 'd4']);
	assert.equal(map.with(new Map()), map);
});
