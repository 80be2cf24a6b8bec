import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { encodeCbor } from '@navette/codec';
import { bytesToBase64Url, err, ok, silentLog } from '@navette/core';
import { generateSigningKey, sign } from '@navette/crypto';
import { type ServiceRecord, serviceValues } from '@navette/directory/model';
import { createSeededRandom, createTestClock, createTestTimers } from '@navette/testkit';
import { followServices } from './follow-services.ts';
import { createKnownOrigins } from './known-origins.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'navette-services-'));
after(() => rmSync(folder, { recursive: true, force: true }));
const random = createSeededRandom(3);
const clock = createTestClock();

test('origins are those that the pinned key signed; kept for when the directory is away', async () => {
	const directory = await generateSigningKey({ random });
	const thief = await generateSigningKey({ random });
	const key = bytesToBase64Url(directory.publicKey);
	let signer = directory;
	let listed: readonly (readonly [string, ServiceRecord['status']])[] = [];
	let isAway = false;
	const signed = async ([url, status]: readonly [string, ServiceRecord['status']]) => {
		const record: ServiceRecord = {
			...{ service: 'boards', operator: 'coop', url, signKey: 'A'.repeat(43), status },
			...{ sealKey: 'A'.repeat(1622), text: '', about: '', rev: 1 },
		};
		const signature = await sign(signer, 'nv/directory', serviceValues('universe', record, 5));
		return { ...record, at: 5, signature: bytesToBase64Url(signature) };
	};
	const start = () => {
		const origins = createKnownOrigins(['https://named.example']);
		const wire = {
			async request() {
				if (isAway) return err('offline' as const);
				const services = await Promise.all(listed.map(signed));
				return ok({ status: 200, body: encodeCbor({ result: { services } }) });
			},
		};
		const followed = followServices({
			...{ wire, universe: 'universe', key, origins, folder, clock, random },
			...{ timers: createTestTimers(clock), log: silentLog },
		});
		return { origins, followed };
	};
	const { origins, followed } = start();
	listed = [
		['https://south.example', 'open'],
		['https://gone.example', 'closed'],
	];
	await followed.refresh();
	assert.deepEqual(origins.all(), ['https://named.example', 'https://south.example']);
	listed = [['https://evil.example', 'open']];
	signer = thief;
	await followed.refresh();
	assert.deepEqual(origins.all(), ['https://named.example', 'https://south.example']);
	followed.close();
	isAway = true;
	const again = start();
	await again.followed.refresh();
	assert.ok(again.origins.has('https://south.example'), 'the last signed list');
	again.followed.close();
});
