import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { allObjects, NO_OBJECTS, objectOf, withObject } from './object-index.ts';

test('an index says what a plain map says, and what it was stays what it was', () => {
	const id = fc.integer({ min: 0, max: 120 }).map(String);
	fc.assert(
		fc.property(fc.array(id, { maxLength: 400 }), (writes) => {
			const plain = new Map<string, number>();
			let index = NO_OBJECTS;
			for (const [at, name] of writes.entries()) {
				const before = objectOf(index, name)?.rev;
				const next = withObject(index, name, { rev: at, hash: new Uint8Array(0), epoch: 1 });
				assert.equal(objectOf(index, name)?.rev, before);
				assert.equal(before, plain.get(name));
				plain.set(name, at);
				index = next;
			}
			const all = [...allObjects(index)].map(([name, { rev }]) => [name, rev]);
			assert.deepEqual(new Map(all as [string, number][]), plain);
		}),
		{ numRuns: 60 },
	);
});
