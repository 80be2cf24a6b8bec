import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Timers } from '@navette/core';
import { createTestClock } from '@navette/testkit';
import { createReadiness } from './readiness.ts';

const never: Timers = { after: () => () => undefined, every: () => () => undefined };
const atOnce: Timers = {
	after(_ms, work) {
		queueMicrotask(work);
		return () => undefined;
	},
	every: () => () => undefined,
};

test('ready while the store answers; asked at most once a second', async () => {
	const clock = createTestClock(0);
	let asked = 0;
	let isBroken = false;
	const askStore = async () => {
		asked++;
		if (isBroken) throw new Error('no disk');
	};
	const readiness = createReadiness({ clock, timers: never, askStore });
	assert.equal(await readiness.state(), 'ready');
	isBroken = true;
	assert.equal(await readiness.state(), 'ready');
	assert.equal(asked, 1);
	clock.advance(1_000);
	assert.equal(await readiness.state(), 'store');
});

test('a store that does not answer in time is not ready', async () => {
	const askStore = () => new Promise<never>(() => undefined);
	const readiness = createReadiness({ clock: createTestClock(0), timers: atOnce, askStore });
	assert.equal(await readiness.state(), 'store');
});

test('stopping is said before anything is asked', async () => {
	const askStore = () => assert.fail('asked');
	const readiness = createReadiness({ clock: createTestClock(0), timers: never, askStore });
	readiness.stop();
	assert.equal(await readiness.state(), 'stopping');
});
