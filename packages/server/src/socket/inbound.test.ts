import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Timers } from '@navette/core';
import { SocketInbound } from './inbound.ts';

/** Time that passes when it is told to, and frames that are done when the test says so. */
const createScene = (atOnce: number) => {
	const due: { ms: number; work: () => void }[] = [];
	const begun: number[] = [];
	const finish: (() => void)[] = [];
	const port = { paused: 0, resumed: 0 };
	const timers: Timers = {
		after(ms, work) {
			const entry = { ms, work };
			due.push(entry);
			return () => {
				const at = due.indexOf(entry);
				if (at >= 0) due.splice(at, 1);
			};
		},
		every: () => () => undefined,
	};
	const inbound = new SocketInbound({
		port: { pause: () => port.paused++, resume: () => port.resumed++ },
		atOnce,
		timers,
		handle(bytes) {
			begun.push(bytes[0] ?? -1);
			return new Promise((resolve) => finish.push(resolve));
		},
	});
	const settle = () => new Promise((resolve) => setImmediate(resolve));
	return {
		inbound,
		begun,
		port,
		due,
		receive: (...frames: number[]) => {
			for (const frame of frames) inbound.receive(Uint8Array.of(frame));
		},
		async done() {
			finish.shift()?.();
			await settle();
		},
		/** The next timer fires. */
		pass() {
			const [next] = due.splice(0, 1);
			next?.work();
			return next?.ms;
		},
	};
};

test('some frames are worked on at once; the connection is not read while others wait', async () => {
	const scene = createScene(2);
	scene.receive(1, 2);
	assert.deepEqual(scene.begun, [1, 2]);
	assert.equal(scene.port.paused, 0);
	scene.receive(3, 4);
	assert.deepEqual(scene.begun, [1, 2]);
	assert.equal(scene.port.paused, 1);
	await scene.done();
	assert.deepEqual(scene.begun, [1, 2], 'others have their turn first');
	scene.pass();
	assert.deepEqual(scene.begun, [1, 2, 3]);
	await scene.done();
	scene.pass();
	assert.deepEqual(scene.begun, [1, 2, 3, 4]);
	assert.equal(scene.port.resumed, 1);
});

test('one that is held is not worked on nor read until its time is over', async () => {
	const scene = createScene(2);
	scene.inbound.hold(3_000);
	assert.equal(scene.port.paused, 1);
	scene.receive(1);
	assert.deepEqual(scene.begun, []);
	assert.equal(scene.pass(), 3_000);
	scene.pass();
	assert.deepEqual(scene.begun, [1]);
	assert.equal(scene.port.resumed, 1);
});

test('once stopped, what waited is forgotten', async () => {
	const scene = createScene(1);
	scene.receive(1, 2);
	scene.inbound.stop();
	await scene.done();
	scene.pass();
	assert.deepEqual(scene.begun, [1]);
	assert.equal(scene.due.length, 0);
});
