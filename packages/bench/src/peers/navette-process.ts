import { randomBytes } from 'node:crypto';
import { serve } from '@navette/app-server/serve';
import { createSession, type Session } from '@navette/client';
import {
	bytesToUtf8,
	ok,
	silentLog,
	systemClock,
	systemRandom,
	systemTimers,
	utf8ToBytes,
} from '@navette/core';
import { envelopeKeyFromBytes, openEnvelopes, sealSeries } from '@navette/crypto';
import { createMemoryLocalStore } from '@navette/local-store';
import { createCatalogue } from '@navette/model';
import { hashOfToken } from '@navette/server';
import { benchApplication } from '../bench-application.ts';
import type { Doc, Peer, Place } from './peer.ts';
import { runRole } from './run-role.ts';

interface Address {
	readonly url: string;
	readonly token: string;
}

const catalogue = createCatalogue(benchApplication.documents, benchApplication.threads);
if (!catalogue.ok) throw new Error(catalogue.error.join('\n'));
const types = catalogue.value;

const startServer: Peer['startServer'] = async (folder) => {
	const rates = { perToken: 10_000_000, refusalsPerAddress: 1_000 };
	const applications = [benchApplication];
	const started = await serve({ data: folder, port: 0, log: silentLog, applications, rates });
	if (!started.ok) throw new Error(started.error);
	const { engine, url, close } = started.value;
	const token = randomBytes(24).toString('base64url');
	await engine.putOrganisation('bench', 'open', { label: 'Bench', clockOffset: 0 });
	await engine.run({
		org: 'bench',
		caller: () => ({ id: 'set-up', rights: [] }),
		work: async (context) => {
			const rights = [{ usage: 'BENCH', subject: '', power: 1 }];
			const access = { account: 'bench', label: 'bench', rights, created: 0 };
			await context.write('ACCESS', { hash: hashOfToken(token) }, access);
			return ok(null);
		},
	});
	return { address: { url: url.replace('localhost', '127.0.0.1'), token }, stop: close };
};

const contextOf = (space: string, n: string) => ['bench', 'BOX', `${space}.${n}`];

const openSession = async (place: Place, secret: Uint8Array): Promise<Session> => {
	const { url, token } = place.address as Address;
	const key = await envelopeKeyFromBytes(secret);
	const parts = { random: systemRandom, log: silentLog };
	return createSession({
		...{ org: 'bench', baseUrl: url, token, catalogue: types },
		...{ clock: systemClock, timers: systemTimers, ...parts },
		store: await createMemoryLocalStore(parts),
		async openSealed(documents) {
			const items = documents.map(({ key: { n = '' }, data }) => ({
				context: contextOf(place.space, n),
				bytes: data,
			}));
			const opened = await openEnvelopes(key, items);
			return opened.map((one) => (one.ok ? JSON.parse(bytesToUtf8(one.value)) : undefined));
		},
	});
};

/** Resolves once a session is connected, so that a write is timed and not a greeting. */
const connected = (session: Session): Promise<void> =>
	new Promise((resolve) => {
		const stop = session.sync.subscribe(look);
		function look() {
			if (session.sync.get().kind !== 'up-to-date') return;
			stop();
			resolve();
		}
		look();
	});

const BATCH = 1_000;

const openWriter: Peer['openWriter'] = async (place) => {
	const secret = randomBytes(32);
	const key = await envelopeKeyFromBytes(secret);
	const session = await openSession(place, secret);
	await connected(session);
	const put = async (documents: readonly Doc[]): Promise<void> => {
		const items = documents.map((document) => ({
			context: contextOf(place.space, document.id),
			data: utf8ToBytes(JSON.stringify(document)),
		}));
		const sealed = await sealSeries(key, items, { random: systemRandom });
		const boxes = documents.map(({ id }, at) => [id, sealed[at]]);
		const done = await session.call('BoxesPut', { thread: place.space, boxes });
		if (!done.ok) throw new Error(done.error.code);
	};
	return {
		invite: secret.toString('hex'),
		async push(documents) {
			const puts: Promise<void>[] = [];
			for (let from = 0; from < documents.length; from += BATCH) {
				puts.push(put(documents.slice(from, from + BATCH)));
				await new Promise(setImmediate);
			}
			await Promise.all(puts);
		},
		change: (document) => put([document]),
		close: () => session.close(),
	};
};

const textOf = (data: unknown): string | undefined => (data as Doc | undefined)?.text;

const openReader: Peer['openReader'] = async (wanted) => {
	const session = await openSession(wanted, Buffer.from(String(wanted.invite), 'hex'));
	const thread = session.watch(`BOXES/${wanted.space}`);
	const documents = () => thread.get().documents('BOX');
	const first = `${wanted.space}.d00000`;
	await new Promise<void>((resolve) => {
		let last: string | undefined;
		const look = () => {
			const held = documents();
			const text = textOf(held.get(first)?.data);
			if (last !== undefined && text !== undefined && text !== last) wanted.changed(text);
			last = text;
			if (thread.get().status === 'ready' && held.size >= wanted.count) resolve();
		};
		thread.subscribe(look);
		look();
	});
	return {
		text: (id) => textOf(documents().get(`${wanted.space}.${id}`)?.data),
		size: () => documents().size,
		async close() {
			thread.release();
			await session.close();
		},
	};
};

// what a first connection loads is loaded before anything is timed, as the other peers do
void globalThis.WebSocket;
runRole({ startServer, openWriter, openReader });
