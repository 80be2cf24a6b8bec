import assert from 'node:assert/strict';
import { createECDH, createHash, randomBytes } from 'node:crypto';
import { offerKeysOf } from '@navette/client';
import { bytesToBase64Url, systemClock, systemRandom } from '@navette/core';
import { envelopeKeyFromBytes, generateSigningKey } from '@navette/crypto';
import { createPin, login, newLinkSecret, register, tryPin } from '@navette/directory/client';
import { directoryOf } from '@navette/directory/model';
import { KEEPER_TOKEN, SHELVES_ORG } from '../../engine/support/shelves.ts';
import { personAt } from '../../first-light/support/person.ts';
import { contents, tokens, typed } from './canary-words.ts';
import { must } from './member.ts';
import type { PushStation } from './push-station.ts';
import { tappedTransport } from './tapped-transport.ts';

const post = async (
	url: string,
	org: string,
	to: string,
	token: string,
	body: BodyInit,
	type: string,
) => {
	const answer = await fetch(`${url}/api/${org}/${to}`, {
		...{ method: 'POST', body },
		headers: {
			...{ authorization: `Bearer ${token}`, 'content-type': type },
			'operation-id': randomBytes(16).toString('base64url'),
		},
	});
	const given = (await answer.json()) as Record<string, unknown>;
	assert.equal(answer.status, 200, `${to} ${JSON.stringify(given)}`);
	return given;
};

const ask = (url: string, org: string, to: string, token: string, body: unknown) =>
	post(url, org, to, token, JSON.stringify(body), 'application/json');

/** What came of it: keys made on the way, and all that was said. */
export interface UsedDirectory {
	readonly keys: Readonly<Record<string, Uint8Array>>;
	readonly heard: Buffer;
}

/** Registers, enters by both aliases, keeps things in the sheet, makes a PIN and opens by it. */
export const useDirectory = async (url: string): Promise<UsedDirectory> => {
	const found = must(directoryOf(await (await fetch(`${url}/api/site`)).json(), url));
	assert.ok(found);
	const { key: directoryKey, org, realm } = found;
	const keys: Record<string, Uint8Array> = {};
	const tap = tappedTransport(url);
	const deps = {
		...{ wire: tap.transport, org, realm, directoryKey },
		...{ clock: systemClock, random: systemRandom },
	};
	const secret = newLinkSecret(systemRandom);
	const offer = secret.form === 'link' ? await offerKeysOf(secret.secret) : undefined;
	assert.ok(offer && secret.form === 'link');
	keys['secret of a sponsorship'] = Buffer.from(secret.secret, 'base64url');
	await ask(url, 'universe', 'call/sponsor.create', tokens.operator, {
		...{ sponsorship: offer.offer, acceptKey: bytesToBase64Url(offer.accept.publicKey) },
		...{ welcome: 'AAAA', days: 7 },
	});
	const first = {
		first: typed['first phrase, first half'],
		second: typed['first phrase, second half'],
	};
	const other = {
		first: typed['second phrase, first half'],
		second: typed['second phrase, second half'],
	};
	must(await register(deps, { secret, aliases: [first, other], thanks: 'thank you' }));
	const kind = 'personal' as const;
	const me = must(await login(deps, { phrases: first, label: 'phone', kind }));
	const comment = typed['comment of the sheet'];
	const right = { service: 'circuit', org: 'demo', right: 'A'.repeat(22), comment };
	must(
		await me.changeSheet((sheet) => ({
			...sheet,
			preferences: { names: [typed['preference of the sheet']] },
			rights: [right],
		})),
	);
	const { seeds } = me.sheet();
	Object.assign(keys, {
		...{ 'account key': me.accountKey(), 'signing seed': seeds.signing },
		...{ 'sealing seed': seeds.sealing, 'secret of the device': systemRandom.bytes(32) },
	});
	for (const [name, key] of Object.entries(keys)) keys[name] = key.slice();
	const profile = must(
		await createPin(deps, me, typed.PIN, {
			deviceSecret: await envelopeKeyFromBytes(
				(keys['secret of the device'] ?? assert.fail()).slice(),
			),
			deviceKey: await generateSigningKey({ random: systemRandom }),
			label: 'phone',
		}),
	);
	assert.ok((await (await tryPin(deps, profile, typed.PIN)).send()).ok);
	must(await login(deps, { phrases: other, label: 'desk', kind: 'anonymous' }));
	return { keys, heard: tap.all() };
};

/** A file on a shelf. */
export const sendFile = async (url: string): Promise<void> => {
	const bytes = Buffer.from(`${contents['bytes of a file']} `.repeat(50));
	const digest = createHash('sha256').update(bytes).digest('base64url');
	const wish = { type: 'SHELF', key: { n: '1' }, way: 'whole', size: bytes.length, digest };
	const { fid } = await ask(url, SHELVES_ORG, 'files/preload', KEEPER_TOKEN, wish);
	const to = `files/${String(fid)}/content`;
	await post(url, SHELVES_ORG, to, KEEPER_TOKEN, bytes, 'application/octet-stream');
	const file = {
		fid,
		name: contents['name of a file'],
		type: 'text/plain',
		size: bytes.length,
		digest,
	};
	await ask(url, SHELVES_ORG, 'call/ShelfPut', KEEPER_TOKEN, {
		n: '1',
		attach: [file],
		detach: [],
	});
};

/** Asks for news of a chat; what is then written there is told to the push service. */
export const sendNews = async (url: string, station: PushStation): Promise<void> => {
	const { threads } = (await ask(url, 'demo', 'open', tokens.consumer, {
		paths: ['CHCO/dupleix'],
	})) as {
		threads: { reference: string }[];
	};
	const device = createECDH('prime256v1');
	device.generateKeys();
	await ask(url, 'demo', 'call/news.subscribe', tokens.consumer, {
		...{ id: 'A'.repeat(22), device: 'phone', endpoint: `http://${station.host}/wpush/1` },
		...{ p256dh: device.getPublicKey('base64url'), auth: randomBytes(16).toString('base64url') },
		...{ threads: [{ reference: threads[0]?.reference }], versions: {}, days: 60 },
	});
	const animator = personAt(url, 'demo', tokens.animator, 'GC/dupleix');
	const chat = { type: 'CHCO', gc: 'dupleix' };
	const told = await animator.call('ChatEcrire', { chat, tx: contents['message of a chat'] });
	assert.equal(told.status, 200, JSON.stringify(told.error));
	const sheet = { type: 'FGC', id: 'dupleix', carte: { nom: contents['name of a group'] } };
	assert.equal((await animator.call('FicheMaj', sheet)).status, 200);
	await station.until(1);
};
