/**
 * Point 2, sealed conversations: requests sealed to the key of a signed record, carried by a proxy that
 * ends TLS and is nobody's friend. Real server, real client, real proxy.
 */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { serviceKeysOf } from '@navette/app-server/derived-keys';
import { createSealedTransport, createWebTransport } from '@navette/client';
import { bytesToBase64Url, systemClock, systemRandom } from '@navette/core';
import { generateSealingKey, generateSigningKey } from '@navette/crypto';
import { declaredHosting, declaredService, findService, login } from '@navette/directory/client';
import { createSiteKeys } from '@navette/site-keys';
import { readSiteKeys } from '../../apps/server/src/site-keys.ts';
import { boardsApplication } from './support/boards.ts';
import { type CarryingProxy, startCarryingProxy } from './support/carrying-proxy.ts';
import { must, registered } from './support/member.ts';
import { directoryDepsOf, type ServiceAtWork, startService } from './support/service.ts';

const bounded = { timeout: 180_000 };
const DIRECTORY = 'universe';
const ABOUT = { status: 'open', text: '', about: '', rev: 1 } as const;

let host: ServiceAtWork;
let proxy: CarryingProxy;
before(async () => {
	host = await startService('north', boardsApplication);
	proxy = await startCarryingProxy(() => host.url);
});
after(async () => {
	await proxy.close();
	await host.close();
});

/** The record of the directory itself as a service, declared by an operator and found by a device. */
const foundRecord = async () => {
	const operatorKey = await generateSigningKey({ random: systemRandom });
	const key = bytesToBase64Url(operatorKey.publicKey);
	await host.operate('operator.name', { operator: 'coop', key, label: 'coop' }, DIRECTORY);
	const rings = must(readSiteKeys(`${host.folder}/site-keys`));
	const keys = createSiteKeys(() => rings, systemRandom);
	const service = 'directory';
	const own = await serviceKeysOf(keys, service);
	const record = { ...own, ...ABOUT, service, operator: 'coop', url: host.url };
	const declared = await declaredService(DIRECTORY, record, operatorKey);
	await host.operate('service.declare', declared, DIRECTORY);
	const hosting = { ...ABOUT, service, org: DIRECTORY, operator: 'coop', label: 'Universe' };
	const hosted = await declaredHosting(DIRECTORY, hosting, operatorKey);
	await host.operate('hosting.declare', hosted, DIRECTORY);
	const cache = { read: async () => undefined, write: async () => undefined };
	const asked = { service, org: DIRECTORY };
	return must(await findService(await directoryDepsOf(host.url), cache, asked)).service;
};

test(
	'2. a conversation sealed to a service: who carries it reads, changes and repeats nothing',
	bounded,
	async () => {
		await registered(host, 'ana');
		const { sealKey } = await foundRecord();
		const carrier = createWebTransport({ baseUrl: proxy.url });
		const clock = { ...systemClock, now: () => systemClock.now() - 3_600_000 };
		const sealing = { clock, random: systemRandom };
		const wire = createSealedTransport(carrier, { service: 'directory', sealKey }, sealing);
		const deps = { ...(await directoryDepsOf(host.url)), wire };
		const phrases = { first: 'ana of the first orchard', second: 'ana has a first phrase' };
		const ana = must(await login(deps, { phrases, label: 'a-canary-label', kind: 'anonymous' }));
		must(await ana.changeSheet((sheet) => ({ ...sheet, preferences: { language: ['fr'] } })));
		assert.ok(proxy.carried.length >= 3, 'the proxy carried it, by a clock an hour late');
		const canaries = ['a-canary-label', 'login.open', 'sheet.write', ana.signer.session, ana.user];
		const all = Buffer.concat(
			proxy.carried.map(({ asked, answered }) => Buffer.concat([asked, answered])),
		);
		for (const canary of canaries) assert.ok(!all.includes(canary), canary);

		proxy.change = (bytes) => bytes.fill(bytes.at(-9) === 0 ? 1 : 0, -9, -8);
		proxy.when = 'asked';
		assert.equal((await ana.readSheet()).ok, false, 'a request that was changed');
		proxy.when = 'answered';
		assert.deepEqual(await ana.readSheet(), { ok: false, error: { kind: 'offline' } });
		proxy.change = undefined;
		must(await ana.readSheet());

		const last = proxy.carried.at(-1);
		assert.ok(last);
		const again = await carrier.request(last.path, last.asked, OCTETS);
		assert.ok(again.ok && again.value.status === 200);
		proxy.change = () => Buffer.from(again.value.body);
		assert.deepEqual(await ana.readSheet(), { ok: false, error: { kind: 'offline' } });
		proxy.change = undefined;

		const elsewhere = bytesToBase64Url(generateSealingKey({ random: systemRandom }).publicKey);
		const astray = createSealedTransport(
			carrier,
			{ service: 'directory', sealKey: elsewhere },
			sealing,
		);
		const refused = await login(
			{ ...deps, wire: astray },
			{ phrases, label: '', kind: 'personal' },
		);
		assert.deepEqual(refused, { ok: false, error: { kind: 'refused', code: 'E-SEAL' } });
		const misnamed = createSealedTransport(carrier, { service: 'boards', sealKey }, sealing);
		const other = await login(
			{ ...deps, wire: misnamed },
			{ phrases, label: '', kind: 'personal' },
		);
		assert.deepEqual(other, { ok: false, error: { kind: 'refused', code: 'E-SEAL' } });
	},
);

const OCTETS = { 'content-type': 'application/octet-stream' };
