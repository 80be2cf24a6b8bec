/** Point 2: several servers on one PostgreSQL and one store of files. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { after, test } from 'node:test';
import { startNatsServer } from '@navette/bus-nats/testing';
import { startCluster } from '@navette/storage-postgres/testing';
import { type BoxDevice, openBoxDevice } from './support/box-device.ts';
import { type Fleet, openFleet } from './support/fleet.ts';

const cluster = await startCluster();
const nats = await startNatsServer();
after(async () => {
	await nats.stop();
	await cluster.stop();
});

const BUSES: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
	['LISTEN/NOTIFY', {}],
	['NATS', { NAVETTE_NOTICES: 'nats', NAVETTE_NATS: nats.url }],
];

/** What `navette doctor` says. */
const doctor = (environment: Readonly<Record<string, string>>): Promise<string> => {
	const main = path.join(import.meta.dirname, '../../apps/cli/src/main.ts');
	const child = spawn(process.execPath, [main, 'doctor'], {
		env: { ...process.env, ...environment },
		stdio: ['ignore', 'pipe', 'ignore'],
	});
	return text(child.stdout);
};

const put = async (device: BoxDevice, n: string): Promise<void> => {
	const answer = await device.session.call('BoxPut', { n });
	assert.ok(answer.ok, answer.ok ? '' : answer.error.code);
};

for (const [bus, settings] of BUSES) {
	let fleet: Fleet;
	const devices: BoxDevice[] = [];
	const open = async (url: string): Promise<BoxDevice> => {
		const device = await openBoxDevice(url);
		devices.push(device);
		return device;
	};

	test(`2. over ${bus}`, { timeout: 180_000 }, async (t) => {
		fleet = await openFleet({
			NAVETTE_DATABASE_URL: await cluster.createDatabase(),
			...settings,
		});
		const servers = [await fleet.start(), await fleet.start(), await fleet.start()];

		await t.test('a change through one server reaches the sockets of all', async () => {
			const [one, two, three] = await Promise.all(servers.map(({ url }) => open(url)));
			if (!one || !two || !three) throw new Error('no devices');
			const seen = (n: string, count: number) =>
				Promise.all([one, two, three].map(({ until }) => until((all) => all[n] === count)));
			await seen('none', undefined as unknown as number);
			await put(one, 'a');
			await seen('a', 1);
			await put(three, 'a');
			await seen('a', 2);
			await Promise.all([put(one, 'b'), put(two, 'b'), put(three, 'b')]);
			await seen('b', 3);
		});

		await t.test('a server killed loses nobody’s notices', async () => {
			const listeners = await Promise.all([1, 2, 3].map(() => open(fleet.front)));
			await Promise.all(listeners.map(({ until }) => until((all) => all.b === 3)));
			const [writer] = devices;
			if (!writer) throw new Error('no writer');
			await put(writer, 'c');
			await servers[1]?.kill();
			for (let count = 2; count <= 5; count++) await put(writer, 'c');
			await Promise.all(listeners.map(({ until }) => until((all) => all.c === 5)));
		});

		await t.test(
			'all are restarted in turn under load, and no client that retries sees it',
			async () => {
				const writers = await Promise.all([1, 2, 3].map(() => open(fleet.front)));
				const reader = await open(fleet.front);
				let isOver = false;
				let asked = 0;
				const faults: string[] = [];
				const write = async (device: BoxDevice, n: string) => {
					while (!isOver) {
						const kept = await device.session.queue('BoxPut', { n });
						if (!kept.ok) faults.push(kept.error.code);
						asked++;
						if (device.session.sync.get().kind === 'refused') faults.push('refused');
						await new Promise((resolve) => setTimeout(resolve, 60));
					}
				};
				const writing = writers.map((device, at) => write(device, `w${at}`));
				for (const old of [servers[0], servers[2]]) {
					await fleet.start();
					assert.equal(await old?.stop(), 0);
				}
				isOver = true;
				await Promise.all(writing);
				const written = (all: Readonly<Record<string, unknown>>) =>
					['w0', 'w1', 'w2'].reduce((sum, n) => sum + Number(all[n] ?? 0), 0);
				await reader.until((all) => written(all) === asked);
				await Promise.all(writers.map(({ untilSent }) => untilSent()));
				assert.deepEqual(faults, []);
				assert.equal(fleet.refused(), 0, 'somebody was always ready');
				t.diagnostic(`${asked} operations during the restarts, each done once`);
			},
		);

		await Promise.all(devices.splice(0).map((device) => device.close()));
		await fleet.close();
	});
}

test('2. the doctor reaches what servers share, and says what cannot be', {
	timeout: 180_000,
}, async () => {
	const shared = {
		...{ NAVETTE_DOCUMENTS: 'postgres', NAVETTE_FILES_FOLDER: '/tmp', NAVETTE_KEYS: '/tmp/none' },
		...{ NAVETTE_NOTICES: 'nats', NAVETTE_NATS: nats.url },
	};
	const url = await cluster.createDatabase();
	const well = await doctor({ ...shared, NAVETTE_DATABASE_URL: url });
	assert.match(well, /✔ PostgreSQL: reached, empty: the first server fills it/);
	const tables = "SELECT count(*) FROM pg_tables WHERE schemaname = 'public'";
	assert.equal(Number((await cluster.sql(tables, url))[0]?.[0]), 0, 'looking changed nothing');
	assert.match(well, /✔ notices \(nats\): reached/);
	const ill = await doctor({
		...{ ...shared, NAVETTE_NATS: 'nats://127.0.0.1:1' },
		NAVETTE_DATABASE_URL: 'postgres://nobody:canary@127.0.0.1:1/none',
	});
	assert.match(ill, /✖ PostgreSQL: .*\n {4}Check NAVETTE_DATABASE_URL/);
	assert.match(ill, /✖ notices \(nats\): .*\n {4}Check where they go/);
	assert.doesNotMatch(ill, /canary/);
});
