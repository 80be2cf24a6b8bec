import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { connect } from '@nats-io/transport-node';
import { silentLog, systemRandom, systemTimers } from '@navette/core';
import { StorageFault, type ThreadReference } from '@navette/storage';
import { noticeBusConformance, noticeNetworkConformance } from '@navette/storage/conformance';
import { createNatsNoticeBus } from './nats-notice-bus.ts';
import { startNatsServer } from './testing/nats-server.ts';

const server = await startNatsServer();
after(() => server.stop());
let subjects = 0;
const system = { random: systemRandom, timers: systemTimers };

const open = async () => {
	const options = { servers: server.url, ...system, subject: `test.${++subjects}` };
	const here = await createNatsNoticeBus(options);
	const there = await createNatsNoticeBus(options);
	return {
		here,
		there,
		interrupt: () => server.restart(),
		async destroy() {
			await here.close();
			await there.close();
		},
	};
};

noticeBusConformance('nats', open);
noticeNetworkConformance('nats', open);

const commit = (path: string) => ({
	org: 'acme',
	rightsMoved: false,
	threads: [{ path, reference: 'r' as ThreadReference, from: 0, version: 1, types: ['NOTE'] }],
});

test('what others say on the subject, and what is too long, harms nothing', async (t) => {
	const options = { servers: [server.url], ...system, subject: 'test.strange' };
	const listen = async () => {
		const events: string[] = [];
		const log = { ...silentLog, warn: (event: string) => events.push(event) };
		const bus = await createNatsNoticeBus({ ...options, log });
		t.after(() => bus.close());
		return { bus, events };
	};
	const [one, other] = [await listen(), await listen()];
	const stranger = await connect({ servers: server.url });
	const heard: (string | undefined)[] = [];
	const { promise, resolve } = Promise.withResolvers<void>();
	one.bus.listen((commits) => {
		heard.push(...commits.map((each) => each.threads[0]?.path));
		if (heard.includes('last')) resolve();
	});
	stranger.publish('test.strange', 'good morning');
	await stranger.drain();
	other.bus.publish([commit('first'), commit('x'.repeat(300_000)), commit('last')]);
	await promise;
	assert.deepEqual(heard, ['first', 'last']);
	assert.deepEqual(one.events, ['notices-not-understood']);
	assert.ok(other.events.includes('notices-too-long'));
});

test('a server that is away at first is a fault', async () => {
	const nowhere = { servers: 'nats://127.0.0.1:1', ...system };
	await assert.rejects(createNatsNoticeBus(nowhere), StorageFault);
});

test('a bus is closed while its server is away', async () => {
	const alone = await startNatsServer();
	const bus = await createNatsNoticeBus({ servers: alone.url, ...system });
	await alone.stop();
	bus.publish([commit('T/1')]);
	await bus.close();
	bus.publish([commit('T/1')]);
});
