/** The service directory, honest and lying: rows M01, M03, M12 and M13 of the catalogue for its records. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { encodeCbor } from '@navette/codec';
import { bytesToBase64Url, err, type Result } from '@navette/core';
import { generateSealingKey, generateSigningKey, type SigningKey, sign } from '@navette/crypto';
import {
	declaredHosting,
	declaredService,
	type Fault,
	findService,
	type ServiceCache,
} from '../client/index.ts';
import { callDirectory } from '../client/wire.ts';
import { type HostingRecord, type ServiceRecord, serviceValues } from '../model/index.ts';
import { createDirectoryWorld, ORG } from './world.ts';

const must = <T>(outcome: Result<T, Fault>): T => {
	if (!outcome.ok) assert.fail(JSON.stringify(outcome.error));
	return outcome.value;
};
const faultOf = (outcome: Result<unknown, Fault>): string => {
	if (outcome.ok) return 'ok';
	return outcome.error.kind === 'refused' ? outcome.error.code : outcome.error.kind;
};
const NORTH = { service: 'circuit', org: 'north' };

const createCache = (): ServiceCache => {
	const kept = new Map<string, unknown>();
	return {
		read: async (name) => kept.get(name),
		async write(name, value) {
			kept.set(name, value);
		},
	};
};

/** Two operators named, one of which runs a service that hosts an organisation. */
const createServices = async () => {
	const world = await createDirectoryWorld();
	const { deps, random } = world;
	const keys = { coop: await generateSigningKey(deps), other: await generateSigningKey(deps) };
	for (const [operator, { publicKey }] of Object.entries(keys))
		await world.administrate('operator.name', {
			...{ operator, key: bytesToBase64Url(publicKey), label: operator },
		});
	const sealKey = bytesToBase64Url(generateSealingKey({ random }).publicKey);
	const service = (change: Partial<ServiceRecord> = {}): ServiceRecord => ({
		...{ service: 'circuit', operator: 'coop', url: 'https://coop.example' },
		...{ signKey: bytesToBase64Url(keys.coop.publicKey), sealKey, status: 'open' },
		...{ text: '', about: 'Orders', rev: 1, ...change },
	});
	const hosting = (change: Partial<HostingRecord> = {}): HostingRecord => ({
		...{ ...NORTH, operator: 'coop', status: 'open', text: '', label: 'North', about: '' },
		...{ rev: 1, ...change },
	});
	const declare = async (record: ServiceRecord, key: SigningKey) =>
		callDirectory(deps, 'service.declare', await declaredService(ORG, record, key));
	const host = async (record: HostingRecord, key: SigningKey) =>
		callDirectory(deps, 'hosting.declare', await declaredHosting(ORG, record, key));
	must(await declare(service(), keys.coop));
	must(await host(hosting(), keys.coop));
	return { world, deps, keys, service, hosting, declare, host };
};

test('who hosts an organisation is found without an account, and without the directory afterwards', async () => {
	const { deps } = await createServices();
	const cache = createCache();
	const found = must(await findService(deps, cache, NORTH));
	assert.deepEqual([found.service.url, found.isFresh], ['https://coop.example', true]);
	const away = { ...deps, wire: { request: async () => err('offline' as const) } };
	const kept = must(await findService(away, cache, NORTH));
	assert.deepEqual(
		[kept.service.url, kept.hosting.label, kept.isFresh],
		[...['https://coop.example', 'North', false]],
	);
	assert.equal(faultOf(await findService(away, createCache(), NORTH)), 'offline');
	const nowhere = { service: 'circuit', org: 'south' };
	assert.equal(faultOf(await findService(deps, cache, nowhere)), 'E-SERVICE');
});

test('only its operator declares a service; what was declared before counts no more', async () => {
	const { declare, keys, service } = await createServices();
	const next = service({ rev: 2, status: 'restricted', text: 'moving' });
	for (const url of ['http://coop.example', 'https://coop.example/', 'file:///etc', 'coop'])
		assert.equal(faultOf(await declare({ ...next, url }, keys.coop)), 'E-INPUT', url);
	assert.equal(faultOf(await declare(next, keys.other)), 'E-PROOF');
	assert.equal(faultOf(await declare({ ...next, operator: 'nobody' }, keys.coop)), 'E-PROOF');
	must(await declare(next, keys.coop));
	assert.equal(faultOf(await declare(service(), keys.coop)), 'E-RECORD');
	assert.equal(faultOf(await declare(next, keys.coop)), 'E-RECORD');
});

test('an organisation has one host, which alone hands it on', async () => {
	const { deps, declare, host, hosting, keys, service } = await createServices();
	const moved = hosting({ operator: 'other', rev: 2 });
	assert.equal(faultOf(await host(hosting({ operator: 'other' }), keys.other)), 'E-PROOF');
	assert.equal(faultOf(await host(moved, keys.other)), 'E-PROOF');
	assert.equal(faultOf(await host(moved, keys.coop)), 'E-SERVICE', 'it runs no such service');
	must(await declare(service({ operator: 'other', url: 'https://other.example' }), keys.other));
	const cache = createCache();
	must(await findService(deps, cache, NORTH));
	must(await host(moved, keys.coop));
	const found = must(await findService(deps, cache, NORTH));
	assert.equal(found.service.url, 'https://other.example');
	assert.equal(faultOf(await host(hosting({ rev: 3 }), keys.coop)), 'E-PROOF');
});

test('a directory that changes, exchanges, hides or brings back a record is found out', async () => {
	const { world, deps, declare, host, hosting, keys, service } = await createServices();
	must(await host(hosting({ org: 'south', label: 'South' }), keys.coop));
	const answers: Record<string, unknown>[] = [];
	world.tamper((result) => {
		answers.push(result);
		return result;
	});
	const cache = createCache();
	must(await findService(deps, cache, NORTH));
	must(await findService(deps, createCache(), { ...NORTH, org: 'south' }));
	const [old = {}, south = {}] = answers as { hosting?: object; service?: object }[];
	world.tamper(undefined);
	must(await declare(service({ rev: 2, url: 'https://new.example' }), keys.coop));
	const { isFresh: _fresh, ...latest } = must(await findService(deps, cache, NORTH));
	const other = { ...latest.service, url: 'https://evil.example' };
	const said = serviceValues(ORG, other, other.at);
	const signature = bytesToBase64Url(await sign(world.signingKey, 'nv/directory', said));
	const lies: readonly (readonly [unknown, string])[] = [
		[{ ...old, service: { ...old.service, url: 'https://evil.example' } }, 'forged'],
		[{ ...old, hosting: { ...old.hosting, status: 'closed' } }, 'forged'],
		[{ ...old, service: { ...old.service, at: 1 } }, 'forged'],
		[south, 'forged'],
		[{ service: old.service }, 'forged'],
		[old, 'rollback'],
		[{ ...latest, service: { ...other, signature } }, 'fork'],
	];
	for (const [lie, fault] of lies) {
		world.tamper(() => lie);
		assert.equal(faultOf(await findService(deps, cache, NORTH)), fault);
	}
	world.tamper(undefined);
	const nowhere = encodeCbor({ service: 'circuit', org: 'nowhere' });
	const refusing: typeof deps = {
		...deps,
		wire: { request: (path, _asked, headers) => deps.wire.request(path, nowhere, headers) },
	};
	assert.equal(faultOf(await findService(refusing, cache, NORTH)), 'rollback', 'it hides one');
	const another = { ...deps, directoryKey: bytesToBase64Url(keys.other.publicKey) };
	assert.equal(faultOf(await findService(another, createCache(), NORTH)), 'forged');
});

test('a copy that somebody changed on the device is not believed', async () => {
	const { deps } = await createServices();
	const cache = createCache();
	const found = must(await findService(deps, cache, NORTH));
	const { isFresh: _fresh, ...pair } = found;
	const changed = { ...pair, service: { ...pair.service, url: 'https://evil.example' } };
	await cache.write(`${ORG}/circuit/north`, changed);
	const away = { ...deps, wire: { request: async () => err('offline' as const) } };
	assert.equal(faultOf(await findService(away, cache, NORTH)), 'offline');
});
