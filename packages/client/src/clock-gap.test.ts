/** A server whose clock is not that of the device, by fault or by purpose: row M30 of the catalogue. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createWorld, seen } from './testing/device.ts';
import { BEAT_MS } from './testing/fake-server.ts';
import { until } from './testing/test-timers.ts';

const BOOK = 'BOOK/';
const YEAR = 365 * 86_400_000;

/** A session that is up to date, its server's clock away from the device's by `shift` from now on. */
const shifted = async () => {
	const world = await createWorld();
	const { server, timers, clock, start } = world;
	server.write(BOOK, ['NOTE', 'x.1', 1]);
	const session = await start();
	const book = session.watch(BOOK);
	await until('ready', () => book.get().status === 'ready');
	const beats = async (count: number, shift: number) => {
		for (let n = 0; n < count; n++) {
			server.now = clock.now() + BEAT_MS + shift;
			await timers.advance(BEAT_MS);
		}
	};
	return { ...world, session, book, beats };
};

test('M30: a clock that lies is told to the person, and gone when it is right again', async () => {
	const { session, beats } = await shifted();
	assert.equal(session.clockGap.get(), 0);
	for (const shift of [YEAR, -YEAR, 121_000]) {
		await beats(2, shift);
		assert.equal(Math.round(session.clockGap.get() / 1_000), shift / 1_000);
		await beats(2, 0);
		assert.equal(session.clockGap.get(), 0);
	}
	await beats(3, 119_000);
	assert.equal(session.clockGap.get(), 0, 'within the bound nobody is disturbed');
	await session.close();
});

test('M30: one late word, as after the sleep of a machine, is told to nobody', async () => {
	const { session, beats } = await shifted();
	await beats(1, -YEAR);
	await beats(1, 0);
	assert.equal(session.clockGap.get(), 0);
	await session.close();
});

test('M30: a clock that lies by a year erases nothing, sends nothing twice, keeps nothing from being sent', async () => {
	for (const shift of [YEAR, -YEAR]) {
		const { session, book, beats, server, store, start } = await shifted();
		const draft = session.drafts.open('note');
		draft.change('half a word');
		await until('read', () => draft.get().status === 'ready');
		await draft.settled();
		await beats(3, shift);
		assert.deepEqual(seen(book), { 'NOTE/x.1': 1 });
		await session.queue('Put', { n: shift });
		await until('sent', () => session.outbox.get().length === 0);
		assert.equal(server.ran.length, 1);
		await session.close();
		assert.equal(await store.readMeta('demo time-offset'), shift, 'said again at the next start');
		const again = await start();
		const kept = again.watch(BOOK);
		await until('ready', () => kept.get().status === 'ready');
		assert.deepEqual(seen(kept), { 'NOTE/x.1': 1 });
		assert.equal((await again.drafts.list()).length, 1);
		await again.close();
	}
});
