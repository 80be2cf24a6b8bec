import assert from 'node:assert/strict';
import { test } from 'node:test';
import { placesOf, scrollTo, spanIn } from './sheet-places.ts';

const places = placesOf([10, 20, 10, 40], 5);

test('places: one after the other, from what is before', () => {
	assert.deepEqual(places, [5, 15, 35, 45, 85]);
	assert.deepEqual(placesOf([], 5), [5]);
});

test('in sight: those between two points, even in part', () => {
	assert.deepEqual(spanIn(places, 5, 15), { from: 0, to: 2 });
	assert.deepEqual(spanIn(places, 16, 44), { from: 1, to: 3 });
	assert.deepEqual(spanIn(places, 0, 1_000), { from: 0, to: 4 });
	assert.deepEqual(spanIn(places, 900, 1_000), { from: 4, to: 4 });
	assert.deepEqual(spanIn([5], 0, 100), { from: 0, to: 0 });
});

test('brought in sight: not moved when it is, else as little as it takes, its beginning first', () => {
	const seen = { scroll: 10, view: 40, before: 5, after: 5 };
	assert.equal(scrollTo(places, 1, seen), 10);
	assert.equal(scrollTo(places, 0, seen), 0);
	assert.equal(scrollTo(places, 2, { ...seen, scroll: 0 }), 10);
	assert.equal(scrollTo(places, 3, seen), 40, 'higher than the view: from its beginning');
});
