import assert from 'node:assert/strict';
import { test } from 'node:test';
import { liveEvening } from '../../packages/bench/src/evening/measure-evening.ts';

/** `npm run bench -- --evening` is the whole: 200 groups × 60, 2,000 orders, 500 screens. */
const MINIATURE = { groups: 20, consumers: 60, writes: 240, seconds: 6, screens: 60 };

test('8. the last evening in miniature: no order is refused, every screen is right at the end', async () => {
	const { errors, wrong, times, answers } = await liveEvening(MINIATURE);
	assert.deepEqual(errors, []);
	assert.deepEqual(wrong, []);
	assert.equal(answers.length, MINIATURE.writes);
	assert.ok(times.length > MINIATURE.writes, `${times.length} changes seen by other screens`);
});
