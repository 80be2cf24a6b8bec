/** A directory that lies, before the real verbs: rows M01, M03, M12, M13, M14 and M29 of the catalogue. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bytesToBase64Url, type Result, utf8ToBytes } from '@navette/core';
import { hash } from '@navette/crypto';
import type { Fault } from '../client/index.ts';
import { createDirectoryWorld } from './world.ts';

const must = <T>(outcome: Result<T, Fault>): T => {
	if (!outcome.ok) assert.fail(JSON.stringify(outcome.error));
	return outcome.value;
};
const faultOf = (outcome: Result<unknown, Fault>): string => {
	if (outcome.ok) return 'ok';
	const { error } = outcome;
	return error.kind === 'forged' ? `forged ${error.what}` : error.kind;
};
type Answer = Record<string, unknown>;

const createVictims = async () => {
	const world = await createDirectoryWorld();
	must(await world.registered('ana'));
	must(await world.registered('bob'));
	const answers: Answer[] = [];
	world.tamper((result, path) => {
		if (path.endsWith('login.open')) answers.push(result);
		return result;
	});
	must(await world.enter('bob'));
	must(await world.enter('ana'));
	const [bob = {}, ana = {}] = answers;
	const lie = (change: (answer: Answer) => Answer) =>
		world.tamper((result, path) => (path.endsWith('login.open') ? change(result) : result));
	return { world, bob, ana, lie };
};

test('M01: keys of another put in the place of ours are refused', async () => {
	const { world, bob, lie } = await createVictims();
	const lies: readonly (readonly [Answer, string])[] = [
		[{ genesis: bob.genesis }, 'forged identity'],
		[{ user: bob.user, genesis: bob.genesis }, 'forged key'],
		[{ wrap: bob.wrap }, 'forged key'],
		[{ slot: 2 }, 'forged key'],
		[{ sheet: bob.sheet }, 'forged sheet'],
		[{ ...bob }, 'forged key'],
	];
	for (const [change, fault] of lies) {
		lie((answer) => ({ ...answer, ...change }));
		assert.equal(faultOf(await world.enter('ana')), fault, JSON.stringify(Object.keys(change)));
	}
});

test('M03: any byte of what is sealed that is changed is noticed', async () => {
	const { world, lie } = await createVictims();
	const flip = (text: string, at: number) =>
		`${text.slice(0, at)}${text[at] === 'A' ? 'B' : 'A'}${text.slice(at + 1)}`;
	for (let turn = 0; turn < 12; turn++) {
		lie((answer) => {
			const wrap = String(answer.wrap);
			return { ...answer, wrap: flip(wrap, (turn * 97) % (wrap.length - 1)) };
		});
		assert.equal(faultOf(await world.enter('ana')), 'forged key');
		lie((answer) => {
			const sheet = answer.sheet as { readonly rev: number; readonly bytes: string };
			const at = (turn * 131) % (sheet.bytes.length - 1);
			return { ...answer, sheet: { ...sheet, bytes: flip(sheet.bytes, at) } };
		});
		assert.equal(faultOf(await world.enter('ana')), 'forged sheet');
	}
});

test('M12, M13, M14: an old sheet, one renumbered and another history are refused by a device that saw more', async () => {
	const { world, ana, lie } = await createVictims();
	world.tamper(undefined);
	const phone = must(await world.enter('ana'));
	const old = ana.sheet as { readonly rev: number; readonly bytes: string };
	must(await phone.changeSheet((sheet) => ({ ...sheet, preferences: { language: ['fr'] } })));
	const known = phone.head();
	lie((answer) => ({ ...answer, sheet: old }));
	assert.equal(faultOf(await world.enter('ana', known)), 'rollback');
	lie((answer) => ({ ...answer, sheet: { ...old, rev: 2 } }));
	assert.equal(faultOf(await world.enter('ana', known)), 'forged sheet');
	world.tamper(undefined);
	const other = bytesToBase64Url(hash('nv/entry-hash', utf8ToBytes('another')));
	assert.equal(faultOf(await world.enter('ana', { rev: 2, digest: other })), 'fork');
	assert.equal(faultOf(await world.enter('ana', { rev: 1, digest: other })), 'fork');
	assert.equal(faultOf(await world.enter('ana', known)), 'ok');
	lie((answer) => ({ ...answer, sheet: old }));
	assert.equal(
		faultOf(await world.enter('ana')),
		'ok',
		'a fresh device cannot tell: a residual risk',
	);
});

test('M12, M14: an open sheet is read again, and never an older one or another history', async () => {
	const { world } = await createVictims();
	world.tamper(undefined);
	const [phone, desk] = [must(await world.enter('ana')), must(await world.enter('ana'))];
	const answers: Answer[] = [];
	const spy = (result: Answer, path: string) => {
		if (path.endsWith('sheet.read')) answers.push(result);
		return result;
	};
	const write = (value: string) => (sheet: ReturnType<typeof phone.sheet>) => ({
		...sheet,
		preferences: { language: [value] },
	});
	world.tamper(spy);
	must(await phone.readSheet());
	must(await phone.changeSheet(write('fr')));
	must(await phone.readSheet());
	world.tamper((result, path) => (path.endsWith('sheet.read') ? answers[0] : result));
	assert.equal(faultOf(await phone.readSheet()), 'rollback');
	world.tamper((result, path) => (path.endsWith('sheet.write') ? { rev: 2 } : result));
	assert.equal(faultOf(await phone.readSheet()), 'ok');
	const refused = await desk.changeSheet(write('de'));
	assert.deepEqual(refused.ok && refused.value.preferences, { language: ['de'] });
	assert.equal(desk.head().rev, 3, 'it read what the other wrote, and began again');
});

test('an answer without the shape of the protocol is unreadable, and throws nowhere', async () => {
	const { world, lie } = await createVictims();
	const odd = [
		{},
		{ user: 7 },
		{ sheet: null },
		{ slot: 3 },
		{ wrap: ['x'] },
		{ genesis: undefined },
	];
	for (const change of odd) {
		lie((answer) => (Object.keys(change).length === 0 ? {} : { ...answer, ...change }));
		assert.equal(faultOf(await world.enter('ana')), 'unreadable');
	}
});

test('M29: every signed request that was heard is refused when it comes again', async () => {
	const { world } = await createVictims();
	world.tamper(undefined);
	const ana = must(await world.enter('ana'));
	const from = world.heard.length;
	must(await ana.changeSheet((sheet) => ({ ...sheet, preferences: { language: ['fr'] } })));
	must(await ana.readSheet());
	must(await ana.replaceAlias(2, world.phrases('ana anew')));
	const signed = world.heard.slice(from);
	assert.equal(signed.length, 3);
	for (const { path, body, headers } of signed)
		assert.equal((await world.send(path, body, headers)).status, 401, path);
	must(await ana.readSheet());
});
