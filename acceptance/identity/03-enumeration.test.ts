/**
 * Point 3, enumeration: who knows a phrase cannot learn whether it opens something: one answer, one
 * size, and times that a statistical test does not tell apart. Real server, its real store.
 */
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { after, before, test } from 'node:test';
import { createWebTransport } from '@navette/client';
import { decodeCbor, encodeCbor } from '@navette/codec';
import { systemRandom } from '@navette/core';
import { CHEAP_STRETCH } from '@navette/crypto/testing';
import { login, register } from '@navette/directory/client';
import { boardsApplication } from './support/boards.ts';
import { must } from './support/member.ts';
import { rankShare } from './support/rank-share.ts';
import {
	directoryDepsOf,
	type ServiceAtWork,
	sponsorLink,
	startService,
} from './support/service.ts';

const bounded = { timeout: 300_000 };
const USERS = 40;
/** Openings of one alias that are judged in a minute; the next one waits. */
const TURNS = 4;
const random16 = () => Buffer.from(systemRandom.bytes(16)).toString('base64url');

let service: ServiceAtWork;
/** Aliases that lead to somebody, and as many that lead nowhere. */
const known: string[] = [];
const unknown: string[] = [];
const phrasesOf = (name: string) => ({
	first: `${name} first phrase`,
	second: `${name} second one`,
});

const depsOf = async () => ({ ...(await directoryDepsOf(service.url)), stretch: CHEAP_STRETCH });

/** The verbs of the directory, with what they send noted. */
const tapped = async (note: (path: string, body: Uint8Array) => void) => {
	const inner = createWebTransport({ baseUrl: service.url });
	const wire = {
		request: (path: string, body: Uint8Array, headers: Readonly<Record<string, string>>) => {
			note(path, body);
			return inner.request(path, body, headers);
		},
	};
	return { ...(await depsOf()), wire };
};

before(async () => {
	service = await startService('north', boardsApplication);
	const deps = await tapped((path, body) => {
		const decoded = path.endsWith('/user.register') ? decodeCbor(body) : undefined;
		if (!decoded?.ok) return;
		const { aliases } = decoded.value as { aliases: readonly { lookup: string }[] };
		known.push(...aliases.map(({ lookup }) => lookup));
	});
	for (let at = 0; at < USERS; at++) {
		const aliases = [phrasesOf(`user ${at}`), phrasesOf(`user ${at} again`)] as const;
		must(await register(deps, { secret: await sponsorLink(service), aliases, thanks: '' }));
	}
	unknown.push(...known.map(random16));
});
after(() => service.close());

const post = async (at: string, input: unknown) => {
	const began = performance.now();
	const answer = await fetch(`${service.url}/api/universe/${at}`, {
		method: 'POST',
		headers: {
			...{ 'content-type': 'application/cbor', accept: 'application/cbor' },
			'operation-id': randomBytes(16).toString('base64url'),
		},
		body: new Uint8Array(encodeCbor(input)),
	});
	const body = Buffer.from(await answer.arrayBuffer());
	const ms = performance.now() - began;
	const headers = [...answer.headers].filter(([name]) => name !== 'date');
	return { status: answer.status, headers, body, ms };
};

/** A whole attempt to enter, by somebody who has not the key: the challenge, then a signature. */
const attempt = async (lookup: string) => {
	const asked = await post('report/login.challenge', { lookup });
	const decoded = decodeCbor(asked.body);
	const { challenge } = ((decoded.ok ? decoded.value : {}) as { result: { challenge: string } })
		.result;
	const signature = Buffer.concat([randomBytes(63), Buffer.from([0])]).toString('base64url');
	const about = { lookup, challenge, session: Buffer.alloc(32, 7).toString('base64url') };
	const opened = await post('call/login.open', {
		...{ ...about, label: 'x', kind: 'personal', signature },
	});
	return { asked, opened };
};

test(
	'3. an alias that exists and one that does not get the same answer, of the same size, and times that do not tell',
	bounded,
	async () => {
		const times = { known: [] as number[], unknown: [] as number[] };
		const answers = new Set<string>();
		const sizes = new Set<number>();
		for (const name of [...known.slice(0, 5), ...unknown.slice(0, 5)]) await attempt(name);
		for (let turn = 1; turn < TURNS; turn++)
			for (const [at, name] of known.entries()) {
				const pair = [
					['known', name],
					['unknown', unknown[at] ?? ''],
				] as const;
				for (const [which, lookup] of (turn + at) % 2 ? pair : [...pair].reverse()) {
					const { asked, opened } = await attempt(lookup);
					sizes.add(asked.body.length);
					answers.add(JSON.stringify([opened.status, opened.headers, opened.body.toString('hex')]));
					times[which].push(opened.ms);
				}
			}
		assert.equal(sizes.size, 1, 'one size of challenge');
		assert.equal(answers.size, 1, 'one answer, to the byte');
		const share = rankShare(times.known, times.unknown);
		// 240 of each: chance spreads it by 0.026
		assert.ok(Math.abs(share - 0.5) < 0.13, `known is slower in ${share} of all pairs`);
	},
);

test(
	'3. the test of times tells an opening that succeeds from one that fails',
	bounded,
	async () => {
		const times = { right: [] as number[], wrong: [] as number[] };
		let began = 0;
		const inner = createWebTransport({ baseUrl: service.url });
		const wire = {
			async request(path: string, body: Uint8Array, headers: Readonly<Record<string, string>>) {
				began = performance.now();
				const answer = await inner.request(path, body, headers);
				if (path.endsWith('/login.open')) times.right.push(performance.now() - began);
				return answer;
			},
		};
		for (let at = 0; at < USERS; at++) {
			const phrases = phrasesOf(`user ${at}`);
			must(await login({ ...(await depsOf()), wire }, { phrases, label: 'x', kind: 'anonymous' }));
			times.wrong.push((await attempt(random16())).opened.ms);
		}
		const share = rankShare(times.right, times.wrong);
		assert.ok(share > 0.7, `a good one is slower in ${share} of all pairs`);
	},
);
