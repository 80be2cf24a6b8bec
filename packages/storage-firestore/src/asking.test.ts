import assert from 'node:assert/strict';
import { test } from 'node:test';
import { StorageFault } from '@navette/storage';
import { createAccessGuard } from '@navette/storage/provider';
import { createAsk } from './asking.ts';

/** Timers whose time comes when the test says so. */
const createHandTimers = () => {
	const waiting = new Set<() => void>();
	const after = (_ms: number, work: () => void) => {
		waiting.add(work);
		return () => void waiting.delete(work);
	};
	const ring = () => {
		for (const work of waiting) work();
	};
	return { waiting, ring, timers: { after, every: after } };
};

test('who does not answer in time is a fault, for whoever waits and whoever asks next', async () => {
	const { timers, ring, waiting } = createHandTimers();
	const guard = createAccessGuard();
	const ask = createAsk(guard, timers);
	assert.equal(await ask(Promise.resolve(7)), 7);
	assert.equal(waiting.size, 0, 'no timer is left');
	const asked = ask(new Promise(() => {}));
	ring();
	const isLate = (error: unknown) => error instanceof StorageFault && /30 s/.test(error.message);
	await assert.rejects(asked, isLate);
	await assert.rejects(guard.broken, isLate);
	assert.throws(() => guard.check(), isLate);
});

test('a refusal of the service is a fault, a defect stays one and breaks nothing', async () => {
	const { timers } = createHandTimers();
	const guard = createAccessGuard();
	const ask = createAsk(guard, timers);
	const defect = Object.assign(new Error('INVALID_ARGUMENT'), { code: 3 });
	await assert.rejects(ask(Promise.reject(defect)), defect);
	guard.check();
	const refusal = Object.assign(new Error('PERMISSION_DENIED'), { code: 7 });
	await assert.rejects(ask(Promise.reject(refusal)), StorageFault);
	assert.throws(() => guard.check(), StorageFault);
});
