/**
 * Point 11, without a browser: one person, registered at one directory, holds rights at two operators
 * by keys that nobody can link, and follows both at once. Real servers, real client, real Argon2id.
 */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { ok } from '@navette/core';
import type { Identity } from '@navette/directory/client';
import type { RightData } from '@navette/server';
import { boardsApplication } from './support/boards.ts';
import { must, registered, sessionAt, signerAt, takeRight, until } from './support/member.ts';
import { type ServiceAtWork, startService } from './support/service.ts';

const bounded = { timeout: 180_000 };
let north: ServiceAtWork;
let south: ServiceAtWork;
let ana: Identity;
before(async () => {
	north = await startService('north', boardsApplication);
	south = await startService('south', boardsApplication, { kind: 'none', universe: 'universe' });
	ana = await registered(north, 'ana');
	await takeRight(ana, north, await north.offer('MEM', 'blue'), 'with the neighbours');
	await takeRight(ana, south, await south.offer('MEM', 'blue'), 'at work');
});
after(async () => {
	await north.close();
	await south.close();
});

const rowsOf = async ({ engine, org }: ServiceAtWork): Promise<readonly RightData[]> => {
	const read = await engine.read(
		org,
		() => ({ id: 'test', rights: [] }),
		async (source) => ok((await source.list<RightData>('RIGHT')).map(({ data }) => data)),
	);
	return must(read);
};

test('11. one person follows two operators at once, from one sheet', bounded, async (t) => {
	const sessions = [
		await sessionAt(t, north, await signerAt(ana, north)),
		await sessionAt(t, south, await signerAt(ana, south)),
	];
	const boards = sessions.map((session) => session.watch('BOARD/blue'));
	await until('both', () => boards.every((board) => board.get().status === 'ready'));
	for (const [at, session] of sessions.entries())
		must(await session.call('NoteWrite', { board: 'blue', n: '1', text: `note ${at}` }));
	await until('notes', () => boards.every((board) => board.get().documents('NOTE').size === 1));
	const texts = boards.map((board) => [...board.get().documents('NOTE').values()][0]?.data);
	assert.deepEqual(texts, ['note 0', 'note 1'], 'nothing of one is at the other');
	await south.operate('right.revoke', { right: ana.sheet().rights[1]?.right });
	await until('out of one', () => sessions[1]?.sync.get().error?.code === 'E-ENDED');
	assert.equal(sessions[0]?.sync.get().kind, 'up-to-date', 'and still in the other');
});

test('11. what two operators keep of a person has nothing in common', bounded, async () => {
	const kept = [...(await rowsOf(north)), ...(await rowsOf(south))];
	assert.ok(kept.length >= 1);
	await takeRight(ana, south, await south.offer('MEM', 'red'), 'at work');
	const [here] = await rowsOf(north);
	const [there] = await rowsOf(south);
	assert.ok(here && there);
	assert.notEqual(here.holder, there.holder);
	assert.notEqual(here.account, there.account);
	for (const one of [here, there]) assert.ok(!JSON.stringify(one).includes(ana.user));
});
