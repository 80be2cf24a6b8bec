import assert from 'node:assert/strict';
import { test } from 'node:test';
import { silentLog, type Timers } from '@navette/core';
import type { ThreadReference } from './document-row.ts';
import { createNoticeRelay } from './notice-relay.ts';

const commit = (version: number) => ({
	...{ org: 'acme', rightsMoved: false },
	threads: [
		{ path: 'T/1', reference: 'r' as ThreadReference, from: version - 1, version, types: ['NOTE'] },
	],
});

/** Servers on one wire that the test may cut; pulses come when it says so. */
const openWire = () => {
	const ends = new Map<string, ReturnType<typeof createNoticeRelay>>();
	let isCut = false;
	const join = (origin: string) => {
		const pulses = new Set<() => void>();
		const timers: Timers = {
			after: () => assert.fail('nothing is asked later'),
			every(_ms, work) {
				pulses.add(work);
				return () => void pulses.delete(work);
			},
		};
		const carrier = {
			limit: 500,
			send(texts: readonly string[]) {
				if (!isCut) for (const text of texts) for (const end of ends.values()) end.received(text);
			},
		};
		const relay = createNoticeRelay({ origin, carrier, timers, log: silentLog });
		ends.set(origin, relay);
		const heard: number[] = [];
		let doubts = 0;
		relay.bus.listen((commits) =>
			heard.push(...commits.flatMap(({ threads }) => threads.map(({ version }) => version))),
		);
		relay.bus.doubt(() => doubts++);
		return {
			...{ relay, heard },
			tell: (version: number) => relay.bus.publish([commit(version)]),
			pulse: () => {
				for (const beat of [...pulses]) beat();
			},
			doubts: () => doubts,
			die: () => void ends.delete(origin),
		};
	};
	return {
		join,
		cut(value: boolean) {
			isCut = value;
		},
	};
};

test('what arrives in its order raises no doubt', async () => {
	const { join } = openWire();
	const [a, b] = [join('aa'), join('bb')];
	for (let version = 1; version <= 3; version++) a.tell(version);
	b.tell(4);
	for (const one of [a, b, a, b, a, b]) one.pulse();
	assert.deepEqual(
		[a.heard, b.heard],
		[
			[1, 2, 3, 4],
			[1, 2, 3, 4],
		],
	);
	assert.deepEqual([a.doubts(), b.doubts()], [0, 0]);
});

test('a message lost in between is noticed by the next one', () => {
	const wire = openWire();
	const [a, b] = [wire.join('aa'), wire.join('bb')];
	a.tell(1);
	wire.cut(true);
	a.tell(2);
	wire.cut(false);
	assert.equal(b.doubts(), 0);
	a.tell(3);
	assert.deepEqual(b.heard, [1, 3]);
	assert.equal(b.doubts(), 1);
	a.tell(4);
	assert.equal(b.doubts(), 1);
});

test('a message lost with nothing after it is noticed by the next pulse, once', () => {
	const wire = openWire();
	const [a, b] = [wire.join('aa'), wire.join('bb')];
	a.tell(1);
	wire.cut(true);
	a.tell(2);
	wire.cut(false);
	a.pulse();
	a.pulse();
	assert.equal(b.doubts(), 1);
});

test('the first words of a server that told before are a doubt; of one that told nothing, none', () => {
	const wire = openWire();
	const a = wire.join('aa');
	a.tell(1);
	const b = wire.join('bb');
	a.pulse();
	b.pulse();
	assert.deepEqual([a.doubts(), b.doubts()], [0, 1]);
});

test('a server that falls silent may have told something last; one that says goodbye has not', async () => {
	const wire = openWire();
	const [a, b, c] = [wire.join('aa'), wire.join('bb'), wire.join('cc')];
	for (const one of [a, b, c]) one.pulse();
	await c.relay.close();
	c.die();
	b.die();
	for (let beat = 1; beat <= 3; beat++) a.pulse();
	assert.equal(a.doubts(), 0);
	a.pulse();
	assert.equal(a.doubts(), 1);
	for (let beat = 1; beat <= 10; beat++) a.pulse();
	assert.equal(a.doubts(), 1, 'forgotten');
});

test('what no message has room for is noticed', () => {
	const wire = openWire();
	const [a, b] = [wire.join('aa'), wire.join('bb')];
	a.tell(1);
	const [thread] = commit(2).threads;
	if (!thread) throw new Error('a commit without a thread');
	a.relay.bus.publish([{ ...commit(2), threads: [{ ...thread, path: `T/${'x'.repeat(600)}` }] }]);
	a.pulse();
	assert.deepEqual([b.heard, b.doubts()], [[1], 1]);
});

test('a connection that was away is a doubt; whoever stopped listening is told of none', () => {
	const { join } = openWire();
	const a = join('aa');
	a.relay.interrupted();
	assert.equal(a.doubts(), 1);
	let told = 0;
	const stop = a.relay.bus.doubt(() => told++);
	stop();
	stop();
	a.relay.interrupted();
	assert.equal(told, 0);
});
