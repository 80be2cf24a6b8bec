import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { silentLog, systemRandom, systemTimers } from '@navette/core';
import { StorageFault, type ThreadReference } from '@navette/storage';
import { noticeBusConformance, noticeNetworkConformance } from '@navette/storage/conformance';
import { startCluster } from '@navette/storage-postgres/testing';
import { createPostgresNoticeBus, type PostgresBusOptions } from './postgres-notice-bus.ts';

const cluster = await startCluster();
after(() => cluster.stop());
const system = { random: systemRandom, timers: systemTimers };

const open = async () => {
	const url = await cluster.createDatabase();
	const here = await createPostgresNoticeBus({ ...system, url });
	const there = await createPostgresNoticeBus({ ...system, url });
	return {
		here,
		there,
		async interrupt() {
			await cluster.sql(
				`SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity
					WHERE datname = current_database() AND pid <> pg_backend_pid()`,
				url,
			);
		},
		async destroy() {
			await here.close();
			await there.close();
		},
	};
};

noticeBusConformance('postgres', open);
noticeNetworkConformance('postgres', open);

/** A bus whose log the test reads. */
const openLogged = async (options: Partial<PostgresBusOptions> = {}) => {
	const events: string[] = [];
	const note = (event: string) => events.push(event);
	const url = options.url ?? (await cluster.createDatabase());
	const log = { ...silentLog, warn: note, error: note };
	const bus = await createPostgresNoticeBus({ ...system, log, ...options, url });
	return { bus, events, url };
};

const commit = (path: string) => ({
	org: 'acme',
	rightsMoved: false,
	threads: [{ path, reference: 'r' as ThreadReference, from: 0, version: 1, types: ['NOTE'] }],
});

test('what others say on the channel, and what is too long, harms nothing', async () => {
	const { bus, events, url } = await openLogged();
	const { bus: other } = await openLogged({ url });
	const heard: string[] = [];
	const { promise, resolve } = Promise.withResolvers<void>();
	bus.listen((commits) => {
		heard.push(...commits.map((each) => each.threads[0]?.path ?? ''));
		if (heard.includes('last')) resolve();
	});
	await cluster.sql("SELECT pg_notify('navette', 'good morning')", url);
	other.publish([commit('first'), commit('x'.repeat(9_000)), commit('last')]);
	await promise;
	assert.deepEqual(heard, ['first', 'last']);
	assert.deepEqual(events, ['notices-not-understood']);
	await Promise.all([bus.close(), other.close()]);
});

test('channels do not hear each other', async () => {
	const { bus, url } = await openLogged();
	const { bus: deaf } = await openLogged({ url, channel: 'another' });
	const { bus: other } = await openLogged({ url });
	const { promise, resolve } = Promise.withResolvers<void>();
	deaf.listen(() => assert.fail('heard another channel'));
	other.listen(() => resolve());
	bus.publish([commit('T/1')]);
	await promise;
	await Promise.all([bus, deaf, other].map((each) => each.close()));
});

test('a server that is away at first is a fault, a strange channel a defect', async () => {
	const nowhere = { ...system, url: 'postgres://navette@127.0.0.1:1/none' };
	await assert.rejects(createPostgresNoticeBus(nowhere), StorageFault);
	await assert.rejects(createPostgresNoticeBus({ ...nowhere, channel: 'a"b' }), /no name/);
});

test('a bus closed while its connection is away stays closed', async () => {
	const waiting: (() => void)[] = [];
	const timers = {
		every: () => () => undefined,
		after: (_ms: number, work: () => void) => {
			waiting.push(work);
			lost.resolve();
			return () => undefined;
		},
	};
	const lost = Promise.withResolvers<void>();
	const { bus, url } = await openLogged({ timers });
	const count = async () =>
		(
			await cluster.sql(
				"SELECT count(*) FROM pg_stat_activity WHERE application_name = 'navette-notices' AND datname = current_database()",
				url,
			)
		)[0]?.[0];
	await cluster.sql(
		`SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity
			WHERE application_name = 'navette-notices' AND datname = current_database()`,
		url,
	);
	await lost.promise;
	const closed = bus.close();
	for (const work of waiting) work();
	await closed;
	while ((await count()) !== '0') await new Promise((resolve) => setTimeout(resolve, 10));
});
