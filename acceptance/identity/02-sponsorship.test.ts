/**
 * Point 2, sponsorship: phrase, link and code in two halves; the service that offered hears thanks and
 * reasons; an access right comes with an offer; what expired is gone. Real servers, real Argon2id.
 */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { bytesToBase64Url, err, failure, ok, systemRandom } from '@navette/core';
import { generatePhrase, generateSealingKey, generateSigningKey } from '@navette/crypto';
import {
	type DirectoryClientDeps,
	declaredHosting,
	declaredService,
	declineOffer,
	lookAtOffer,
	newCodeSecret,
	newLinkSecret,
	register,
	type SponsorSecret,
	sponsorOffer,
} from '@navette/directory/client';
import { SponsorAnswer } from '@navette/directory/model';
import { isSponsorAnswer } from '@navette/directory/server';
import { anybody, defineOperation, type ServerApplication } from '@navette/server';
import { boardsApplication } from './support/boards.ts';
import { must, registered, signerAt, takeRight, until } from './support/member.ts';
import { directoryDepsOf, type ServiceAtWork, startService } from './support/service.ts';

const bounded = { timeout: 180_000 };
const DIRECTORY = 'universe';
const NORTH = { service: 'boards', org: 'north' };

let host: ServiceAtWork;
let service: ServiceAtWork;
let deps: DirectoryClientDeps;
/** What the application heard, by its two operations. */
const heard: { readonly name: string; readonly answer: SponsorAnswer }[] = [];

const hearing = (name: string) =>
	defineOperation({
		...{ name, about: 'Hears how an offer was answered.', input: SponsorAnswer, public: true },
		example: {
			...{ directory: DIRECTORY, sponsorship: 'A'.repeat(22), answer: 'declined' as const },
			...{ user: null, text: '', at: 0, signature: 'A'.repeat(86) },
		},
		who: anybody,
		async handler(_context, answer) {
			if (!(await isSponsorAnswer(deps.directoryKey, NORTH, answer)))
				return err(failure('E-RIGHT'));
			heard.push({ name, answer });
			return ok(null);
		},
	});

const application: ServerApplication = {
	...boardsApplication,
	operations: [...boardsApplication.operations, hearing('guest.in'), hearing('guest.out')],
};

before(async () => {
	host = await startService('south', boardsApplication);
	deps = await directoryDepsOf(host.url);
	const elsewhere = { kind: 'elsewhere', universe: DIRECTORY, url: host.url } as const;
	service = await startService('north', application, { ...elsewhere, key: deps.directoryKey });
	const key = await generateSigningKey({ random: systemRandom });
	const signKey = bytesToBase64Url(key.publicKey);
	const sealKey = bytesToBase64Url(generateSealingKey({ random: systemRandom }).publicKey);
	const common = {
		service: 'boards',
		operator: 'coop',
		status: 'open',
		text: '',
		about: '',
	} as const;
	const record = { ...common, url: service.url, signKey, sealKey, rev: 1 };
	const hosting = { ...common, org: 'north', label: 'North', rev: 1 };
	for (const [name, input] of [
		['operator.name', { operator: 'coop', key: signKey, label: 'Coop' }],
		['service.declare', await declaredService(DIRECTORY, record, key)],
		['hosting.declare', await declaredHosting(DIRECTORY, hosting, key)],
	] as const)
		await host.operate(name, input, DIRECTORY);
});
after(async () => {
	await service.close();
	await host.close();
});

const phrasesOf = (name: string) =>
	[
		{ first: `${name} of the first orchard`, second: `${name} has a first phrase` },
		{ first: `${name} of the other orchard`, second: `${name} has another phrase` },
	] as const;
const callback = { ...NORTH, accepted: 'guest.in', declined: 'guest.out' };

test(
	'2. one registers by a phrase, a link or a code in two halves; the service hears the thanks, another hears nothing it could be told',
	bounded,
	async () => {
		const code = newCodeSecret(systemRandom);
		const phrase = await generatePhrase('fr', { random: systemRandom });
		const secrets: readonly (readonly [SponsorSecret, string])[] = [
			[{ form: 'phrase', phrase }, 'zoe'],
			[newLinkSecret(systemRandom), 'yan'],
			[code, 'xia'],
		];
		for (const [secret, name] of secrets) {
			const mail =
				secret.form === 'code' ? { to: 'xia@example.org', language: 'fr' as const } : undefined;
			const options = { callback, ...(mail ? { mail } : {}) };
			const offer = await sponsorOffer(deps, secret, `Welcome ${name}`, 7, options);
			await host.operate('sponsor.create', offer, DIRECTORY);
			assert.equal(must(await lookAtOffer(deps, secret)).welcome, `Welcome ${name}`);
			const thanks = `thanks from ${name}`;
			const { user } = must(await register(deps, { secret, aliases: phrasesOf(name), thanks }));
			await until(thanks, () => heard.some(({ answer }) => answer.text === thanks));
			const one = heard.find(({ answer }) => answer.text === thanks);
			assert.deepEqual(
				[one?.name, one?.answer.answer, one?.answer.user],
				['guest.in', 'accepted', user],
			);
		}
		assert.equal(heard.length, 3);
		const forged = { ...heard[0]?.answer, text: 'something else' };
		await assert.rejects(service.operate('guest.in', forged), /E-RIGHT/);
	},
);

test(
	'2. the mail with half of a code is a file of the directory, by default',
	bounded,
	async () => {
		const code = newCodeSecret(systemRandom);
		const mail = { to: 'ana@example.org', language: 'en' } as const;
		const offer = await sponsorOffer(deps, code, 'Welcome', 7, { mail });
		await host.operate('sponsor.create', offer, DIRECTORY);
		const folder = path.join(host.folder, 'mails');
		const texts = (): readonly string[] => {
			try {
				return readdirSync(folder)
					.filter((name) => name.endsWith('.eml'))
					.map((name) => readFileSync(path.join(folder, name), 'utf8'));
			} catch (error) {
				if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
				throw error;
			}
		};
		await until('a mail', () => texts().some((text) => text.includes('To: <ana@example.org>\r\n')));
		const written = texts().find((text) => text.includes('To: <ana@example.org>')) ?? '';
		const said = Buffer.from(written.split('\r\n\r\n')[1] ?? '', 'base64').toString();
		const [first, second] = code.halves;
		assert.ok(said.includes(`${first.slice(0, 5)}-${first.slice(5)}`));
		assert.ok(!said.includes(second.slice(0, 5)));
	},
);

test(
	'2. declined with a reason, which the service hears; the offer serves no more',
	bounded,
	async () => {
		const secret = newLinkSecret(systemRandom);
		const offer = await sponsorOffer(deps, secret, 'Welcome', 7, { callback });
		await host.operate('sponsor.create', offer, DIRECTORY);
		must(await declineOffer(deps, secret, 'I am moving away'));
		await until('the reason', () => heard.some(({ name }) => name === 'guest.out'));
		const { answer } = heard.find(({ name }) => name === 'guest.out') ?? {};
		assert.deepEqual(
			[answer?.answer, answer?.user, answer?.text],
			[...['declined', null, 'I am moving away']],
		);
		const late = await register(deps, { secret, aliases: phrasesOf('late'), thanks: '' });
		assert.deepEqual(late, { ok: false, error: { kind: 'refused', code: 'E-SPONSOR' } });
	},
);

test('2. an offer brings an access right, claimed once registered', bounded, async () => {
	const ana = await registered(host, 'ana');
	const secret = newLinkSecret(systemRandom);
	const right = { ...NORTH, secret: await service.offer('MEM', 'blue') };
	must(await ana.sponsor(secret, 'Come to the blue board', 3, { right }));
	const seen = must(await lookAtOffer(deps, secret));
	assert.deepEqual(seen.right, right);
	const bob = await registered(host, 'bob', secret);
	await takeRight(bob, service, seen.right?.secret ?? '', 'from ana');
	assert.ok((await signerAt(bob, service)).session);
});
