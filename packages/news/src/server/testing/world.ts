import { ok, silentLog } from '@navette/core';
import { createEngine } from '@navette/engine';
import type { NewsChange, Right } from '@navette/model';
import {
	anybody,
	createServer,
	createService,
	defineOperation,
	done,
	hashOfToken,
	type ServerApplication,
} from '@navette/server';
import { createMemoryDocumentStore, createMemoryNoticeBus } from '@navette/storage';
import { createSeededRandom, createTestClock, createTestTimers } from '@navette/testkit';
import * as v from 'valibot';
import { decodePayload, type NewsPayload } from '../../model/index.ts';
import { newsApplication } from '../news-application.ts';
import { createNewsSender } from '../news-sender.ts';
import type { Push, PushOutcome, PushService } from '../push-service.ts';

const ORG = 'north';
export const ENDPOINT = 'https://updates.push.services.mozilla.com/wpush/v2/ana';

/** Boards with letters; each reader of a board sees all of it, `shout` is urgent, `hush` no news. */
const lettersApplication: ServerApplication = {
	name: 'letters-for-tests',
	documents: [
		{ name: 'LETTER', key: ['board', 'n'], threads: ['BOARD'], sealing: 'clear', shape: 1 },
		{ name: 'STAMP', key: ['board', 'n'], threads: ['BOARD'], sealing: 'clear', shape: 1 },
	],
	threads: [{ name: 'BOARD', key: ['board'] }],
	policy: {
		thread: (_source, account, { key }) =>
			account.rights.some(({ subject }) => subject === key.board)
				? { LETTER: {}, STAMP: {} }
				: undefined,
		dependsOn: [],
	},
	operations: ['LETTER', 'STAMP'].map((type) =>
		defineOperation({
			name: type === 'LETTER' ? 'Write' : 'Stamp',
			about: 'Writes one.',
			input: v.strictObject({ board: v.string(), n: v.string(), text: v.string() }),
			example: { board: 'blue', n: '1', text: 'hello' },
			who: anybody,
			async handler(context, { board, n, text }) {
				await context.write(type, { board, n }, { text, by: context.account.id, t: context.now });
				return done;
			},
		}),
	),
	reports: [],
	errors: {},
	news({ account, data, since }: NewsChange) {
		if (data === null) return undefined;
		const { text, by, t } = data as { text: string; by: string; t: number };
		if (by === account.id || t < since || text === 'hush') return undefined;
		return text === 'shout' ? 'urgent' : 'news';
	},
};

const RIGHTS: Readonly<Record<string, readonly Right[]>> = {
	ana: ['blue', 'red'].map((subject) => ({ usage: 'MEM', subject, power: 1 })),
	bob: ['blue', 'red'].map((subject) => ({ usage: 'MEM', subject, power: 1 })),
};

const tokenOf = (who: string): string => `token-of-${who}-0123456789`;

/** A server with news on memory; time passes when the test says so. */
export const createWorld = async () => {
	const clock = createTestClock();
	const timers = createTestTimers(clock);
	const { pass, settle } = timers;
	const pushes: (Omit<Push, 'payload'> & { readonly payload: NewsPayload | undefined })[] = [];
	let answer: PushOutcome = { kind: 'sent' };
	let held: Promise<void> | undefined;
	const push: PushService = {
		publicKey: 'B'.repeat(87),
		async send(one) {
			pushes.push({ ...one, payload: decodePayload(one.payload) });
			await held;
			return answer;
		},
	};
	const rules = { hosts: [], plain: [] };
	const service = createService([
		lettersApplication,
		newsApplication({ publicKey: push.publicKey, rules }),
	]);
	const bus = createMemoryNoticeBus();
	const random = createSeededRandom(2);
	const store = createMemoryDocumentStore({ random: createSeededRandom(1) });
	const { catalogue, policy } = service;
	const engine = createEngine({
		...{ store, bus, catalogue, policy, clock, log: silentLog, soon: setImmediate },
		random,
	});
	const server = createServer({ service, engine, bus, clock, timers, random, log: silentLog });
	await engine.putOrganisation(ORG, 'open', { label: 'North', clockOffset: 0 });
	const give = (who: string, rights: readonly Right[] | undefined) =>
		engine.run({
			org: ORG,
			caller: () => ({ id: 'set-up', rights: [] }),
			work: async (context) => {
				const key = { hash: hashOfToken(tokenOf(who)) };
				if (rights)
					await context.write('ACCESS', key, { account: who, label: who, rights, created: 0 });
				else await context.remove('ACCESS', key);
				return ok(null);
			},
		});
	for (const [who, rights] of Object.entries(RIGHTS)) await give(who, rights);
	let calls = 0;
	const ask = async (who: string, path: string, body: unknown) => {
		calls++;
		const request = new Request(`http://localhost/api/${ORG}/${path}`, {
			method: 'POST',
			headers: {
				authorization: `Bearer ${tokenOf(who)}`,
				'content-type': 'application/json',
				'operation-id': `operation-${String(calls).padStart(8, '0')}`,
			},
			body: JSON.stringify(body),
		});
		return (await (await server.fetch(request)).json()) as {
			readonly error?: { readonly code: string };
			readonly result?: unknown;
			readonly threads?: readonly { readonly reference?: string; readonly version?: number }[];
		};
	};
	const references = new Map<string, string>();
	for (const board of ['blue', 'red']) {
		const opened = await ask('ana', 'open', { paths: [`BOARD/${board}`] });
		references.set(board, opened.threads?.[0]?.reference ?? '');
	}
	const reference = (board: string) => references.get(board) ?? '';
	const sender = (name = 3) =>
		createNewsSender({
			...{ engine, bus, service, push, timers, log: silentLog },
			random: createSeededRandom(name),
		});
	/** Ana's device, or another, asks for news of boards. */
	const subscribe = (change: object = {}, who = 'ana') =>
		ask(who, 'call/news.subscribe', {
			id: `${who}-device-------------`.slice(0, 22),
			device: 'phone',
			endpoint: ENDPOINT,
			p256dh: 'B'.repeat(87),
			auth: 'A'.repeat(22),
			threads: [{ reference: reference('blue') }],
			versions: {},
			days: 60,
			...change,
		});
	const write = (board: string, text: string, who = 'bob', operation = 'Write') =>
		ask(who, `call/${operation}`, { board, n: String(calls), text });
	return {
		...{ clock, pass, settle, pushes, ask, give, reference, subscribe, write, sender, engine, bus },
		answers(outcome: PushOutcome) {
			answer = outcome;
		},
		holds(until: Promise<void> | undefined) {
			held = until;
		},
	};
};
