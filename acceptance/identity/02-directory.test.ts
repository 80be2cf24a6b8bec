/**
 * Point 2, the directories: services and organisations signed under the pinned key, found without an
 * account and used while the directory is away. Real servers, real client.
 */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { bytesToBase64Url, systemRandom } from '@navette/core';
import { generateSealingKey, generateSigningKey, type SigningKey } from '@navette/crypto';
import {
	declaredHosting,
	declaredService,
	findService,
	type ServiceCache,
} from '@navette/directory/client';
import { boardsApplication } from './support/boards.ts';
import { must } from './support/member.ts';
import { directoryDepsOf, type ServiceAtWork, startService } from './support/service.ts';

const bounded = { timeout: 180_000 };
const DIRECTORY = 'universe';
const NORTH = { service: 'boards', org: 'north' };

let host: ServiceAtWork;
let operatorKey: SigningKey;
before(async () => {
	host = await startService('north', boardsApplication);
	operatorKey = await generateSigningKey({ random: systemRandom });
});
after(() => host.close());

const createCache = (): ServiceCache => {
	const kept = new Map<string, string>();
	return {
		async read(name) {
			const text = kept.get(name);
			return text === undefined ? undefined : JSON.parse(text);
		},
		async write(name, value) {
			kept.set(name, JSON.stringify(value));
		},
	};
};

/** Declares the service as of a revision, and on the first that it hosts the organisation. */
const declare = async (rev: number, status: 'open' | 'restricted', text = '') => {
	const key = bytesToBase64Url(operatorKey.publicKey);
	const service = {
		...{ service: 'boards', operator: 'coop', url: host.url, signKey: key, status, text, rev },
		sealKey: bytesToBase64Url(generateSealingKey({ random: systemRandom }).publicKey),
		about: 'Boards for notes',
	};
	const declared = await declaredService(DIRECTORY, service, operatorKey);
	await host.operate('service.declare', declared, DIRECTORY);
	const hosting = {
		...{ ...NORTH, operator: 'coop', status, text, label: 'North', about: '', rev },
	};
	const hosted = await declaredHosting(DIRECTORY, hosting, operatorKey);
	await host.operate('hosting.declare', hosted, DIRECTORY);
};

test(
	'2. services and organisations: signed, found without an account, changed by their operator alone, kept while the directory is away',
	bounded,
	async () => {
		const key = bytesToBase64Url(operatorKey.publicKey);
		const named = { operator: 'coop', key, label: 'The cooperative' };
		await host.operate('operator.name', named, DIRECTORY);
		await declare(1, 'open');
		const deps = await directoryDepsOf(host.url);
		const cache = createCache();
		const found = must(await findService(deps, cache, NORTH));
		assert.deepEqual(
			[found.service.url, found.service.status, found.hosting.label, found.isFresh],
			[host.url, 'open', 'North', true],
		);
		await declare(2, 'restricted', 'it moves tonight');
		const moving = must(await findService(deps, cache, NORTH));
		assert.deepEqual(
			[moving.hosting.status, moving.hosting.text],
			['restricted', 'it moves tonight'],
		);
		await assert.rejects(declare(2, 'open'), /E-RECORD/);
		const mine = operatorKey;
		operatorKey = await generateSigningKey({ random: systemRandom });
		await assert.rejects(declare(3, 'open'), /E-PROOF/);
		operatorKey = mine;
		await host.restart();
		const again = must(await findService(deps, cache, NORTH));
		assert.deepEqual([again.service.rev, again.isFresh], [2, true], 'a restart loses none');
		const nobody = {
			...deps,
			wire: { request: async () => ({ ok: false, error: 'offline' }) as const },
		};
		const kept = must(await findService(nobody, cache, NORTH));
		assert.deepEqual([kept.hosting.text, kept.isFresh], ['it moves tonight', false]);
	},
);
