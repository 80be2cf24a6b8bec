/** Point 2: the same handler answers as a plain function, without state of its process. */
import assert from 'node:assert/strict';
import { createHash, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { ONE_SERVER, type ProvidersConfig } from '@navette/app-server/provider-config';
import { openSite } from '@navette/app-server/site';
import { silentLog, systemClock, systemRandom, systemTimers } from '@navette/core';
import { createServer } from '@navette/server';
import { completeKeyRings, keyRingsToText } from '@navette/site-keys';
import { startCluster } from '@navette/storage-postgres/testing';
import {
	KEEPER_TOKEN,
	prepareShelves,
	SHELVES_ORG,
	shelvesApplication,
} from './support/shelves.ts';

const cluster = await startCluster();
const folder = mkdtempSync(path.join(tmpdir(), 'navette-function-'));
after(async () => {
	await cluster.stop();
	rmSync(folder, { recursive: true, force: true });
});

const siteKeys = keyRingsToText(completeKeyRings({}, systemRandom)).trim().replaceAll('\n', ',');

/** Answers one request with a site opened for it alone, and closed after it. */
const answerOnce = async (data: string, providers: ProvidersConfig, request: Request) => {
	const system = { clock: systemClock, random: systemRandom, timers: systemTimers, log: silentLog };
	const site = await openSite({
		...{ data, siteKeys, providers, applications: [shelvesApplication] },
		...system,
	});
	if (!site.ok) throw new Error(site.error);
	const { service, engine, bus, keys, close } = site.value;
	try {
		await prepareShelves(engine);
		const linkKey = keys.for('capabilities').derive(['file-links'], 32);
		const server = createServer({ service, engine, bus, linkKey, ...system });
		const answer = await server.fetch(request);
		const body = new Uint8Array(await answer.arrayBuffer());
		server.close();
		return { status: answer.status, body };
	} finally {
		await close();
	}
};

const siteOf = async (store: string): Promise<readonly [string, ProvidersConfig]> => {
	const data = path.join(folder, store);
	if (store === 'SQLite') return [data, ONE_SERVER];
	const url = await cluster.createDatabase();
	const files = { store: 'folder', folder: path.join(data, 'files') } as const;
	return [
		data,
		{ documents: { store: 'postgres', url }, files, notices: { bus: 'postgres', url } },
	];
};

for (const store of ['SQLite', 'PostgreSQL'])
	test(`2. a function that forgets everything between two requests, on ${store}`, async () => {
		const [data, providers] = await siteOf(store);
		const ask = (route: string, init: RequestInit) =>
			answerOnce(
				data,
				providers,
				new Request(`http://function/api/${SHELVES_ORG}/${route}`, {
					method: 'POST',
					...init,
					headers: { authorization: `Bearer ${KEEPER_TOKEN}`, ...init.headers },
				}),
			);
		const post = async <T>(route: string, body: unknown, headers = {}): Promise<T> => {
			const { status, body: bytes } = await ask(route, {
				body: JSON.stringify(body),
				headers: { 'content-type': 'application/json', ...headers },
			});
			const text = new TextDecoder().decode(bytes);
			assert.equal(status, 200, text);
			return JSON.parse(text) as T;
		};
		const content = new TextEncoder().encode('what a function was sent');
		const digest = createHash('sha256').update(content).digest('base64url');
		const announced = {
			type: 'SHELF',
			key: { n: '1' },
			size: content.length,
			digest,
			way: 'whole',
		};
		const { fid } = await post<{ fid: string }>('files/preload', announced);
		const sent = await ask(`files/${fid}/content`, {
			body: content,
			headers: { 'content-type': 'application/octet-stream' },
		});
		assert.equal(sent.status, 200);
		const file = { fid, name: 'a.txt', type: 'text/plain', size: content.length, digest };
		const operation = { 'operation-id': randomUUID() };
		await post('call/ShelfPut', { n: '1', attach: [file], detach: [] }, operation);
		await post('call/ShelfPut', { n: '1', attach: [file], detach: [] }, operation);

		const opened = await post<{ threads: [{ reference: string }] }>('open', {
			paths: ['SHELVES/'],
		});
		const { reference } = opened.threads[0];
		const pulled = await post<{ threads: [{ version: number; documents: unknown[] }] }>('pull', {
			threads: [{ reference, since: 0 }],
		});
		assert.deepEqual([pulled.threads[0].version, pulled.threads[0].documents.length], [1, 1]);
		const report = await post<{ result: { account: string }; asOf: number }>('report/me', {});
		assert.ok(report.result.account.length > 0 && report.asOf > 0);

		const link = await post<{ url: string }>('files/address', { type: 'SHELF', id: '1', fid });
		const read = await answerOnce(
			data,
			providers,
			new Request(new URL(link.url, 'http://function')),
		);
		assert.deepEqual(
			[read.status, new TextDecoder().decode(read.body)],
			[200, 'what a function was sent'],
		);
	});
