import { decodeCbor, encodeCbor } from '@navette/codec';
import { bytesToBase64Url, ok, type Random, silentLog } from '@navette/core';
import { envelopeKeyFromBytes, generateSigningKey } from '@navette/crypto';
import { CHEAP_STRETCH } from '@navette/crypto/testing';
import { createEngine } from '@navette/engine';
import {
	createServer,
	createService,
	createTaskRunner,
	hashOfToken,
	type RateLimits,
} from '@navette/server';
import { completeKeyRings, createSiteKeys } from '@navette/site-keys';
import {
	createMemoryDocumentStore,
	createMemoryNoticeBus,
	type DocumentStore,
} from '@navette/storage';
import { createSeededRandom, createTestClock, createTestTimers } from '@navette/testkit';
import {
	type AliasPhrases,
	type DirectoryClientDeps,
	type DirectoryWire,
	login,
	newLinkSecret,
	register,
	type SponsorSecret,
} from '../client/index.ts';
import { sponsorKeysOf } from '../client/sponsor-secret.ts';
import { directoryApplication, type Mail, type MailOutcome } from '../server/index.ts';

export const ORG = 'universe';
const ADMIN = 'administrator-token-0123456789';

/** What somebody between the device and the directory makes of an answer; the path, and how often it was asked. */
export type Tamper = (result: Record<string, unknown>, path: string) => unknown;

/** A request as it was sent. */
interface Heard {
	readonly path: string;
	readonly body: Uint8Array;
	readonly headers: Readonly<Record<string, string>>;
}

/** What the directory posted to a callback. */
interface Posted {
	readonly url: string;
	readonly headers: Readonly<Record<string, string>>;
	readonly body: unknown;
}

/** A directory on a store, and devices before it; the real verbs, the real server, no port. */
export const createDirectoryWorld = async (
	options: {
		readonly seed?: number;
		readonly store?: DocumentStore;
		/** How much is let in, instead of nearly all. */
		readonly limits?: Partial<RateLimits>;
	} = {},
) => {
	const random: Random = createSeededRandom(options.seed ?? 11);
	const clock = createTestClock();
	const timers = createTestTimers(clock);
	const store = options.store ?? createMemoryDocumentStore({ random });
	const bus = createMemoryNoticeBus();
	const rings = completeKeyRings({}, random);
	const siteKeys = createSiteKeys(() => rings, random);
	const signingKey = await generateSigningKey({ random });
	const directoryKey = bytesToBase64Url(signingKey.publicKey);
	const now = () => clock.now();
	const posted: Posted[] = [];
	const answers: (number | undefined)[] = [];
	const mails: Mail[] = [];
	const mailOutcomes: MailOutcome[] = [];
	const application = directoryApplication({
		...{ realm: 'test', signingKey, publicKey: directoryKey, random, now },
		challenges: siteKeys.for('decoys'),
		pins: siteKeys.for('pin'),
		async post(url, headers, body) {
			posted.push({ url, headers, body });
			return answers.length > 0 ? answers.shift() : 200;
		},
		async mail(mail) {
			mails.push(mail);
			return mailOutcomes.shift() ?? 'taken';
		},
	});
	const service = createService([application]);
	const { catalogue, policy } = service;
	const engine = createEngine({
		...{ store, bus, catalogue, policy, clock, random, log: silentLog },
		soon: setImmediate,
	});
	const rates = {
		...{ perToken: 1e6, refusalsPerAddress: 1e6, strangersPerAddress: 1e6 },
		...{ entriesPerAddress: 1e6, entriesPerOrganisation: 1e6, offersPerAddress: 1e6 },
		...options.limits,
	};
	const server = createServer({
		service,
		engine,
		bus,
		clock,
		timers,
		random,
		log: silentLog,
		rates,
	});
	await engine.putOrganisation(ORG, 'open', { label: 'Universe', clockOffset: 0 });
	await engine.run({
		org: ORG,
		caller: () => ({ id: 'set-up', rights: [] }),
		async work(context) {
			const rights = [{ usage: 'ADM', subject: '', power: 1 }];
			const access = { account: 'adm', label: 'adm', rights, created: 0 };
			await context.write('ACCESS', { hash: hashOfToken(ADMIN) }, access);
			return ok(null);
		},
	});
	const heard: Heard[] = [];
	let tamper: Tamper | undefined;
	const send = async (
		path: string,
		body: Uint8Array,
		headers: Readonly<Record<string, string>>,
	) => {
		const media = { 'content-type': 'application/cbor', accept: 'application/cbor' };
		const answer = await server.fetch(
			new Request(`http://directory.test${path}`, {
				method: 'POST',
				headers: { ...media, ...headers },
				body: new Uint8Array(body),
			}),
		);
		return { status: answer.status, body: new Uint8Array(await answer.arrayBuffer()) };
	};
	const wire: DirectoryWire = {
		async request(path, body, headers) {
			const answer = await send(path, body, headers);
			heard.push({ path, body, headers });
			if (!tamper || answer.status !== 200) return ok(answer);
			const decoded = decodeCbor(answer.body);
			const whole = (decoded.ok ? decoded.value : {}) as Record<string, unknown>;
			const result = tamper(whole.result as Record<string, unknown>, path);
			return ok({ ...answer, body: encodeCbor({ ...whole, result }) });
		},
	};
	const deps: DirectoryClientDeps = {
		...{ wire, org: ORG, realm: 'test', directoryKey, clock, random },
		stretch: CHEAP_STRETCH,
	};
	/** Runs an operation as the administrator. */
	const administrate = (name: string, input: unknown) =>
		send(`/api/${ORG}/call/${name}`, encodeCbor(input), {
			authorization: `Bearer ${ADMIN}`,
			'operation-id': bytesToBase64Url(random.bytes(16)),
		});
	/** An offer made by the administrator. */
	const offer = async (secret: SponsorSecret = newLinkSecret(random)) => {
		const { sponsorship, accept } = await sponsorKeysOf(deps, secret);
		const input = {
			sponsorship,
			acceptKey: bytesToBase64Url(accept.publicKey),
			welcome: 'AAAA',
			days: 7,
		};
		await administrate('sponsor.create', input);
		return secret;
	};
	const phrases = (name: string): AliasPhrases => ({
		first: `${name} the first phrase`,
		second: `${name} keeps a second phrase`,
	});
	/** Somebody registered by an offer of the administrator. */
	const registered = async (name: string) => {
		const aliases = [phrases(name), phrases(`${name} again`)] as const;
		return register(deps, { secret: await offer(), aliases, thanks: 'thank you' });
	};
	const enter = (name: string, known?: Parameters<typeof login>[1]['known']) => {
		clock.advance(61_000);
		const request = { phrases: phrases(name), label: `${name}'s phone`, kind: 'personal' as const };
		return login(deps, { ...request, ...(known ? { known } : {}) });
	};
	const newDevice = async () => ({
		deviceSecret: await envelopeKeyFromBytes(random.bytes(32)),
		deviceKey: await generateSigningKey({ random }),
		label: 'phone',
	});
	const tasks = createTaskRunner({ service, engine, clock, timers, random, log: silentLog });
	return {
		...{ deps, clock, random, store, engine, server, send, heard, siteKeys, offer, phrases },
		...{ registered, enter, newDevice, tasks, administrate, signingKey, policy },
		/** What left the directory, and what the next posts are answered. */
		...{ posted, mails, mailOutcomes, answers },
		tamper(work: Tamper | undefined) {
			tamper = work;
		},
	};
};
