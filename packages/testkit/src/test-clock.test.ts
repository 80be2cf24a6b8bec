import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createTestClock } from './test-clock.ts';

test('a test clock moves only when told', () => {
	const clock = createTestClock(1_000);
	assert.equal(clock.now(), 1_000);
	clock.advance(500);
	assert.equal(clock.now(), 1_500);
	clock.advance(-1_000);
	assert.equal(clock.now(), 500);
	clock.set(9);
	assert.equal(clock.now(), 9);
});
