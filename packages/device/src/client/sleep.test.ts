import assert from 'node:assert/strict';
import { test } from 'node:test';
import { systemRandom } from '@navette/core';
import { stretch } from '@navette/crypto';
import { CHEAP_STRETCH, createTestClock, createTestTimers } from '@navette/testkit';
import { createIdleWatch } from './idle-watch.ts';
import { holdKey } from './key-holder.ts';
import { createSleepLock } from './sleep-lock.ts';

const createLock = () =>
	createSleepLock({
		random: systemRandom,
		stretch: (secret, salt, purpose) => stretch(secret, salt, purpose, CHEAP_STRETCH),
	});

const held = () => holdKey(new Uint8Array(32).fill(5), systemRandom);

test('the code gives the key back; a wrong one leaves one more try', async () => {
	const lock = createLock();
	assert.equal(lock.isSet(), false);
	await lock.setCode(await held(), '2468');
	assert.ok(lock.isSet());
	assert.deepEqual(await lock.wake('1357'), { ok: false, error: 'wrong' });
	const woken = await lock.wake('2468');
	assert.ok(woken.ok);
	await woken.value.withBytes(async (bytes) => assert.ok(bytes.every((byte) => byte === 5)));
	assert.deepEqual(await lock.wake('1357'), { ok: false, error: 'wrong' }, 'counted again from 0');
});

test('two failures close: the right code comes too late', async () => {
	const lock = createLock();
	await lock.setCode(await held(), '2468');
	const both = await Promise.all([lock.wake('1'), lock.wake('2'), lock.wake('2468')]);
	assert.deepEqual(
		both.map((one) => one.ok),
		[false, false, false],
		'tries at the same time are two, not three',
	);
	assert.deepEqual(await lock.wake('2468'), { ok: false, error: 'closed' });
	assert.equal(lock.isSet(), false);
});

test('without use for its limit it tells once, and not while it is used', async () => {
	const clock = createTestClock();
	const timers = createTestTimers(clock);
	let told = 0;
	const watch = createIdleWatch({ clock, timers, minutes: 5, idle: () => told++ });
	for (let minute = 0; minute < 20; minute++) {
		await timers.pass(60_000);
		watch.touch();
	}
	assert.equal(told, 0);
	await timers.pass(4 * 60_000);
	assert.equal(told, 0);
	await timers.pass(2 * 60_000);
	assert.equal(told, 1);
	await timers.pass(60 * 60_000);
	assert.equal(told, 1);
});

test('a machine that slept with its timers is seen to at the next look', () => {
	const clock = createTestClock();
	const timers = createTestTimers(clock);
	let told = 0;
	const watch = createIdleWatch({ clock, timers, minutes: 5, idle: () => told++ });
	clock.set(clock.now() + 3_600_000);
	watch.look();
	assert.equal(told, 1);
	watch.setLimit(0);
	watch.look();
	assert.equal(told, 1, 'never, when so chosen');
});
