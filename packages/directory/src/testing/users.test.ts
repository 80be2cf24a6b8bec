import assert from 'node:assert/strict';
import { test } from 'node:test';
import { encodeCbor } from '@navette/codec';
import type { Result } from '@navette/core';
import {
	declineOffer,
	type Fault,
	login,
	lookAtOffer,
	newLinkSecret,
	register,
} from '../client/index.ts';
import { createDirectoryWorld, ORG } from './world.ts';

const must = <T>(outcome: Result<T, Fault>): T => {
	if (!outcome.ok) assert.fail(JSON.stringify(outcome.error));
	return outcome.value;
};
const codeOf = (outcome: Result<unknown, Fault>): string | undefined =>
	!outcome.ok && outcome.error.kind === 'refused' ? outcome.error.code : undefined;

test('somebody registers by a phrase or a link, once, and enters by either alias', async () => {
	const world = await createDirectoryWorld();
	for (const secret of [
		{ form: 'phrase', phrase: 'five words said by somebody' } as const,
		newLinkSecret(world.random),
	]) {
		await world.offer(secret);
		const name = secret.form;
		const aliases = [world.phrases(name), world.phrases(`${name} again`)] as const;
		const { user } = must(await register(world.deps, { secret, aliases, thanks: 'thanks' }));
		const twice = [world.phrases(`${name} x`), world.phrases(`${name} y`)] as const;
		assert.equal(
			codeOf(await register(world.deps, { secret, aliases: twice, thanks: '' })),
			'E-SPONSOR',
		);
		for (const one of [name, `${name} again`])
			assert.equal(must(await world.enter(one)).user, user);
	}
});

test('an offer of a user says its welcome to whoever knows the secret, and is declined with a reason', async () => {
	const world = await createDirectoryWorld();
	must(await world.registered('ana'));
	const ana = must(await world.enter('ana'));
	const secret = newLinkSecret(world.random);
	must(await ana.sponsor(secret, 'Welcome to us', 3));
	assert.equal(must(await lookAtOffer(world.deps, secret)).welcome, 'Welcome to us');
	assert.equal(codeOf(await lookAtOffer(world.deps, newLinkSecret(world.random))), 'E-SPONSOR');
	must(await declineOffer(world.deps, secret, 'no, thank you'));
	assert.equal(codeOf(await lookAtOffer(world.deps, secret)), 'E-SPONSOR');
	const late = newLinkSecret(world.random);
	must(await ana.sponsor(late, 'Welcome', 1));
	world.clock.advance(86_400_001);
	assert.equal(codeOf(await declineOffer(world.deps, late, '')), 'E-SPONSOR');
});

test('an alias that is taken is refused', async () => {
	const world = await createDirectoryWorld();
	must(await world.registered('ana'));
	assert.equal(codeOf(await world.registered('ana')), 'E-ALIAS');
});

test('wrong phrases and unknown ones get the same answer, of the same size; the sixth in a minute waits', async () => {
	const world = await createDirectoryWorld();
	must(await world.registered('ana'));
	const wrong = { first: world.phrases('ana').first, second: 'not the second one' };
	const request = { label: 'x', kind: 'personal' } as const;
	const sizes: number[] = [];
	for (const phrases of [wrong, world.phrases('nobody')]) {
		assert.equal(codeOf(await login(world.deps, { ...request, phrases })), 'E-LOGIN');
		const challenge = { lookup: 'A'.repeat(22) };
		const asked = await world.send(`/api/${ORG}/report/login.challenge`, encodeCbor(challenge), {});
		sizes.push(asked.body.length);
	}
	assert.equal(sizes[0], sizes[1]);
	for (let turn = 0; turn < 4; turn++) await login(world.deps, { ...request, phrases: wrong });
	assert.equal(codeOf(await login(world.deps, { ...request, phrases: wrong })), 'E-RATE');
});

test('what opened a session opens none again, once it was ended', async () => {
	const world = await createDirectoryWorld();
	must(await world.registered('ana'));
	const ana = must(await world.enter('ana'));
	const opening = world.heard.findLast(({ path }) => path.endsWith('login.open'));
	assert.ok(opening);
	await ana.close();
	const again = await world.send(opening.path, opening.body, {
		'operation-id': 'replayed-0123456789',
	});
	assert.equal(again.status, 401);
	assert.equal(codeOf(await ana.readSheet()), 'E-TOKEN');
});

test('a challenge not answered within a minute is worth nothing', async () => {
	const world = await createDirectoryWorld();
	must(await world.registered('ana'));
	world.tamper((result, path) => {
		if (path.endsWith('login.challenge')) world.clock.advance(60_001);
		return result;
	});
	assert.equal(codeOf(await world.enter('ana')), 'E-LOGIN');
});

test('the sheet changes on two devices; the slower one begins again, and nothing is lost', async () => {
	const world = await createDirectoryWorld();
	must(await world.registered('ana'));
	const [phone, desk] = [must(await world.enter('ana')), must(await world.enter('ana again'))];
	const add = (name: string) => (sheet: ReturnType<typeof phone.sheet>) => ({
		...sheet,
		preferences: { ...sheet.preferences, [name]: ['yes'] },
	});
	must(await phone.changeSheet(add('dark')));
	must(await desk.changeSheet(add('french')));
	must(await phone.readSheet());
	assert.deepEqual(Object.keys(phone.sheet().preferences).sort(), ['dark', 'french']);
	assert.equal(phone.head().rev, 3);
});

test('a sheet that was asked for before this device wrote one is no rollback', async () => {
	const world = await createDirectoryWorld();
	must(await world.registered('ana'));
	const { wire } = world.deps;
	const slow: typeof wire = {
		async request(path, ...asked) {
			const answer = await wire.request(path, ...asked);
			if (path.endsWith('sheet.read')) must(await phone.changeSheet((sheet) => sheet));
			return answer;
		},
	};
	const request = { phrases: world.phrases('ana'), label: 'phone', kind: 'personal' } as const;
	const phone = must(await login({ ...world.deps, wire: slow }, request));
	must(await phone.readSheet());
	assert.equal(phone.head().rev, 2);
});

test('one alias replaces the other, which opens nothing more; the other sessions end', async () => {
	const world = await createDirectoryWorld();
	must(await world.registered('ana'));
	const [lost, desk] = [must(await world.enter('ana')), must(await world.enter('ana again'))];
	must(await desk.replaceAlias(1, world.phrases('ana anew')));
	assert.equal(codeOf(await lost.readSheet()), 'E-TOKEN');
	must(await desk.readSheet());
	assert.equal(codeOf(await world.enter('ana')), 'E-LOGIN');
	assert.equal(must(await world.enter('ana anew')).user, desk.user);
	assert.equal(must(await world.enter('ana again')).user, desk.user);
});

test('the keys that hold rights differ from one service or organisation to the next', async () => {
	const world = await createDirectoryWorld();
	must(await world.registered('ana'));
	const ana = must(await world.enter('ana'));
	const keys = await Promise.all([
		ana.holderKey('circuit', 'north'),
		ana.holderKey('circuit', 'south'),
		ana.holderKey('notes', 'north'),
	]);
	assert.equal(new Set(keys.map((key) => String(key.publicKey))).size, 3);
	assert.deepEqual((await ana.holderKey('circuit', 'north')).publicKey, keys[0]?.publicKey);
});
