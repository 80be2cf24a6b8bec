import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bytesToBase64Url, ok, type Result } from '@navette/core';
import { generateSealingKey, generateSigningKey } from '@navette/crypto';
import {
	createPin,
	declaredHosting,
	declaredService,
	declineOffer,
	type Fault,
	lookAtOffer,
	newCodeSecret,
	newLinkSecret,
	register,
	type SponsorSecret,
	sponsorOffer,
} from '../client/index.ts';
import { sponsorKeysOf } from '../client/sponsor-secret.ts';
import { callDirectory } from '../client/wire.ts';
import type { SponsorAnswer, SponsorData } from '../model/index.ts';
import { isSponsorAnswer } from '../server/index.ts';
import { createDirectoryWorld, ORG } from './world.ts';

const must = <T>(outcome: Result<T, Fault>): T => {
	if (!outcome.ok) assert.fail(JSON.stringify(outcome.error));
	return outcome.value;
};
const faultOf = (outcome: Result<unknown, Fault>): string => {
	if (outcome.ok) return 'ok';
	return outcome.error.kind === 'refused' ? outcome.error.code : outcome.error.kind;
};
type World = Awaited<ReturnType<typeof createDirectoryWorld>>;
const DAY = 86_400_000;
const CALLBACK = { service: 'circuit', org: 'north', accepted: 'guest.in', declined: 'guest.out' };
const NORTH = { service: 'circuit', org: 'north' };

const registerBy = (world: World, secret: SponsorSecret, name = 'ana') => {
	const aliases = [world.phrases(name), world.phrases(`${name} again`)] as const;
	return register(world.deps, { secret, aliases, thanks: 'thank you' });
};

/** A world in which an operator runs a service that hosts an organisation. */
const createServed = async () => {
	const world = await createDirectoryWorld();
	const key = await generateSigningKey(world);
	const signKey = bytesToBase64Url(key.publicKey);
	await world.administrate('operator.name', { operator: 'coop', key: signKey, label: 'Coop' });
	const sealKey = bytesToBase64Url(generateSealingKey(world).publicKey);
	const common = {
		service: 'circuit',
		operator: 'coop',
		status: 'open',
		text: '',
		about: '',
	} as const;
	const service = { ...common, url: 'https://coop.example', signKey, sealKey, rev: 1 };
	await world.administrate('service.declare', await declaredService(ORG, service, key));
	const hosting = { ...common, org: 'north', label: 'North', rev: 1 };
	await world.administrate('hosting.declare', await declaredHosting(ORG, hosting, key));
	const offer = async (secret: SponsorSecret) => {
		const input = await sponsorOffer(world.deps, secret, 'Welcome', 7, { callback: CALLBACK });
		assert.equal((await world.administrate('sponsor.create', input)).status, 200);
	};
	return { world, offer };
};

/** Living documents of a type. */
const kept = async (world: World, type: string): Promise<number> => {
	const read = await world.engine.read(
		ORG,
		() => ({ id: 'test', rights: [] }),
		async (source) => ok((await source.list(type)).length),
	);
	return read.ok ? read.value : assert.fail(read.error.code);
};

test('a mail refused for now is tried again; refused for good it is not, and its offer says so', async () => {
	const world = await createDirectoryWorld();
	const mailed = async () => {
		const read = await world.engine.read(
			ORG,
			() => ({ id: 'test', rights: [] }),
			async (source) =>
				ok((await source.list<SponsorData>('SPONSOR')).map(({ data }) => data.mail)),
		);
		return read.ok ? read.value : assert.fail(read.error.code);
	};
	const mail = { to: 'ana@example.org', language: 'fr' } as const;
	const input = await sponsorOffer(world.deps, newCodeSecret(world.random), 'Hello', 7, { mail });
	world.mailOutcomes.push('later', 'refused');
	await world.administrate('sponsor.create', input);
	await world.tasks.runDue();
	assert.deepEqual([world.mails.length, await mailed()], [1, ['waiting']]);
	for (let turn = 0; turn < 3; turn++) {
		world.clock.advance(6 * 3_600_000);
		await world.tasks.runDue();
	}
	assert.deepEqual([world.mails.length, await mailed()], [2, ['refused']]);
});

test('a code in two halves: one goes by mail, the directory never has the other, both are forgiving', async () => {
	const world = await createDirectoryWorld();
	const secret = newCodeSecret(world.random);
	const [first, second] = secret.halves;
	assert.match(`${first}${second}`, /^[0-9A-HJKMNP-TV-Z]{20}$/);
	const mail = { to: 'ana@example.org', language: 'fr' } as const;
	const input = await sponsorOffer(world.deps, secret, 'Welcome', 7, { mail });
	await world.administrate('sponsor.create', input);
	await world.tasks.runDue();
	assert.equal(world.mails.length, 1);
	assert.ok(world.mails[0]?.text.includes(`${first.slice(0, 5)}-${first.slice(5)}`));
	assert.ok(!JSON.stringify([world.mails, input]).includes(second));
	for (const halves of [
		[first, first],
		[second, second],
		[second, first],
	] as const)
		assert.equal(faultOf(await lookAtOffer(world.deps, { form: 'code', halves })), 'E-SPONSOR');
	const typed = [`${first.slice(0, 5)}-${first.slice(5)}`.toLowerCase(), ` ${second} `] as const;
	must(await registerBy(world, { form: 'code', halves: typed }));
});

test('who sponsors in the name of the operator may mail; a user sponsors without', async () => {
	const world = await createDirectoryWorld();
	must(await world.registered('ana'));
	const ana = must(await world.enter('ana'));
	const mail = { to: 'bob@example.org', language: 'en' } as const;
	const secret = newCodeSecret(world.random);
	assert.equal(faultOf(await ana.sponsor(secret, 'hello', 3, { mail })), 'E-RIGHT');
	must(await ana.sponsor(secret, 'hello', 3));
	const input = await sponsorOffer(world.deps, newLinkSecret(world.random), 'hello', 3);
	assert.equal(faultOf(await callDirectory(world.deps, 'sponsor.create', input)), 'E-TOKEN');
	for (const to of ['a@b.c\r\nBcc: x@y.z', 'nobody', 'a b@c.d', 'a@b.c,d@e.f']) {
		const wrong = { ...input, mail: { to, half: 'A'.repeat(10), language: 'en' } };
		assert.equal((await world.administrate('sponsor.create', wrong)).status, 400, to);
	}
});

test('an access right that comes with an offer is read by who knows its secret', async () => {
	const world = await createDirectoryWorld();
	must(await world.registered('ana'));
	const ana = must(await world.enter('ana'));
	const secret = newLinkSecret(world.random);
	const right = { ...NORTH, secret: bytesToBase64Url(world.random.bytes(16)) };
	must(await ana.sponsor(secret, 'hello', 3, { right }));
	assert.deepEqual(must(await lookAtOffer(world.deps, secret)).right, right);
	const sent = world.heard.findLast(({ path }) => path.endsWith('sponsor.create'));
	assert.ok(
		!Buffer.from(sent?.body ?? [])
			.toString('latin1')
			.includes(right.secret),
	);
});

test('the service that offered hears thanks and reasons, signed for it alone, until it heard', async () => {
	const { world, offer } = await createServed();
	const [yes, no] = [newLinkSecret(world.random), newLinkSecret(world.random)];
	await offer(yes);
	await offer(no);
	world.answers.push(undefined, 503, 200);
	const { user } = must(await registerBy(world, yes));
	for (let turn = 0; turn < 4; turn++) {
		await world.tasks.runDue();
		world.clock.advance(60_000);
	}
	assert.equal(world.posted.length, 3, 'twice in vain, then heard');
	assert.equal(new Set(world.posted.map(({ headers }) => headers['operation-id'])).size, 1);
	must(await declineOffer(world.deps, no, 'no time'));
	await world.tasks.runDue();
	const [accepted, declined] = [world.posted[2], world.posted[3]];
	assert.equal(accepted?.url, 'https://coop.example/api/north/call/guest.in');
	assert.equal(declined?.url, 'https://coop.example/api/north/call/guest.out');
	const thanks = accepted?.body as SponsorAnswer;
	assert.deepEqual([thanks.answer, thanks.user, thanks.text], ['accepted', user, 'thank you']);
	const reason = declined?.body as SponsorAnswer;
	assert.deepEqual([reason.answer, reason.user, reason.text], ['declined', null, 'no time']);
	const key = world.deps.directoryKey;
	assert.ok(await isSponsorAnswer(key, NORTH, thanks));
	assert.ok(!(await isSponsorAnswer(key, { ...NORTH, org: 'south' }, thanks)));
	assert.ok(!(await isSponsorAnswer(key, NORTH, { ...thanks, text: 'other' })));
	assert.ok(!(await isSponsorAnswer(key, NORTH, { ...thanks, user: 'A'.repeat(27) })));
});

test('somebody accepts with the identity they have: the service hears who; a stranger, or another secret, accepts nothing', async () => {
	const { world, offer } = await createServed();
	must(await world.registered('ana'));
	const ana = must(await world.enter('ana'));
	const secret = newLinkSecret(world.random);
	await offer(secret);
	const { sponsorship } = await sponsorKeysOf(world.deps, secret);
	const forged = { sponsorship, thanks: '', acceptance: 'A'.repeat(86) };
	assert.equal(faultOf(await callDirectory(world.deps, 'sponsor.accept', forged)), 'E-TOKEN');
	const asAna = callDirectory(world.deps, 'sponsor.accept', forged, ana.signer);
	assert.equal(faultOf(await asAna), 'E-PROOF');
	must(await ana.acceptOffer(secret, 'with pleasure'));
	assert.equal(faultOf(await ana.acceptOffer(secret, 'again')), 'E-SPONSOR');
	await world.tasks.runDue();
	const told = world.posted[0]?.body as SponsorAnswer;
	assert.deepEqual([told.answer, told.user, told.text], ['accepted', ana.user, 'with pleasure']);
});

test('a secret offered again has an answer of its own, which is heard', async () => {
	const { world, offer } = await createServed();
	const secret = newLinkSecret(world.random);
	for (let turn = 0; turn < 2; turn++) {
		await offer(secret);
		must(await declineOffer(world.deps, secret, `no ${turn}`));
		await world.tasks.runDue();
		world.clock.advance(60_000);
	}
	const ids = world.posted.map(({ headers }) => headers['operation-id']);
	assert.deepEqual([ids.length, new Set(ids).size], [2, 2]);
	const texts = world.posted.map(({ body }) => (body as SponsorAnswer).text);
	assert.deepEqual(texts, ['no 0', 'no 1']);
});

test('a callback that is refused is not tried again; the answer stays', async () => {
	const { world, offer } = await createServed();
	const secret = newLinkSecret(world.random);
	await offer(secret);
	world.answers.push(403);
	must(await registerBy(world, secret));
	for (let turn = 0; turn < 3; turn++) {
		await world.tasks.runDue();
		world.clock.advance(60_000);
	}
	assert.equal(world.posted.length, 1);
	assert.equal(await kept(world, 'SPONSOR'), 1);
});

test('offers vanish: those that expired, and those answered a month ago', async () => {
	const world = await createDirectoryWorld();
	const [used] = [await world.offer(), await world.offer()];
	must(await registerBy(world, used));
	world.clock.advance(7 * DAY + 1);
	await world.tasks.runDue();
	assert.equal(await kept(world, 'SPONSOR'), 1);
	world.clock.advance(30 * DAY);
	await world.tasks.runDue();
	assert.equal(await kept(world, 'SPONSOR'), 0);
});

test('a PIN begun and not made is forgotten; of announcements the last hundred stay', async () => {
	const world = await createDirectoryWorld();
	must(await world.registered('ana'));
	const ana = must(await world.enter('ana'));
	const lost = {
		...world.deps,
		wire: {
			request: (path: string, body: Uint8Array, headers: Readonly<Record<string, string>>) =>
				path.endsWith('pin.store')
					? Promise.resolve({ ok: false, error: 'offline' } as const)
					: world.deps.wire.request(path, body, headers),
		},
	};
	assert.equal(faultOf(await createPin(lost, ana, '12345678', await world.newDevice())), 'offline');
	must(await createPin(world.deps, ana, '12345678', await world.newDevice()));
	assert.equal(await kept(world, 'PIN'), 2);
	world.clock.advance(3_600_001);
	await world.tasks.runDue();
	assert.equal(await kept(world, 'PIN'), 1, 'the one that was made');
	for (let turn = 0; turn < 102; turn++) must(await world.enter('ana'));
	assert.equal(await kept(world, 'ANNOUNCEMENT'), 100);
	world.clock.advance(91 * DAY);
	must(await world.enter('ana'));
	assert.equal(await kept(world, 'ANNOUNCEMENT'), 1);
});
