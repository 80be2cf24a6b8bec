/**
 * Point 2, rights and sessions: access rights issued, stored in the sheet with a comment, presented,
 * revoked at once on an open socket; sessions listed, named, ended. Real server, real client, real
 * Argon2id.
 */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { claimRight, lookAtOfferedRight } from '@navette/client';
import { systemRandom } from '@navette/core';
import { generateSigningKey } from '@navette/crypto';
import type { Identity } from '@navette/directory/client';
import { boardsApplication } from './support/boards.ts';
import { must, registered, sessionAt, signerAt, takeRight, until } from './support/member.ts';
import { type ServiceAtWork, startService } from './support/service.ts';

const bounded = { timeout: 180_000 };
let service: ServiceAtWork;
let ana: Identity;
before(async () => {
	service = await startService('north', boardsApplication);
	ana = await registered(service, 'ana');
});
after(() => service.close());

test(
	'2. a right that is offered is looked at, claimed once, kept and commented in the sheet',
	bounded,
	async () => {
		const secret = await service.offer('MEM', 'blue');
		const seen = must(await lookAtOfferedRight(service.stranger(), 'north', secret));
		assert.deepEqual(seen.rights, [{ usage: 'MEM', subject: 'blue', power: 1 }]);
		const right = await takeRight(ana, service, secret, 'the blue board, from Zoe');
		assert.equal(
			ana.sheet().rights.find((kept) => kept.right === right)?.comment,
			'the blue board, from Zoe',
		);
		const thief = await generateSigningKey({ random: systemRandom });
		const again = await claimRight(service.stranger(), 'north', secret, thief);
		assert.equal(!again.ok && again.error.code, 'E-OFFER');
		const mine = await ana.holderKey('boards', 'north');
		assert.equal(must(await claimRight(service.stranger(), 'north', secret, mine)).right, right);
	},
);

test(
	'2. one session carries all rights of its holder; each counts no more the moment it is revoked',
	bounded,
	async (t) => {
		const red = await takeRight(ana, service, await service.offer('MEM', 'red'), 'red');
		const blue = ana.sheet().rights[0]?.right ?? '';
		const session = await sessionAt(t, service, await signerAt(ana, service));
		const [onBlue, onRed] = [session.watch('BOARD/blue'), session.watch('BOARD/red')];
		await until(
			'both boards',
			() => onBlue.get().status === 'ready' && onRed.get().status === 'ready',
		);
		must(await session.call('NoteWrite', { board: 'red', n: '1', text: 'hello' }));
		await until('the note', () => onRed.get().documents('NOTE').size === 1);
		await service.operate('right.revoke', { right: red });
		await until('red is withdrawn', () => onRed.get().status === 'refused');
		assert.equal(onRed.get().documents('NOTE').size, 0, 'nothing of it is left');
		assert.equal(onBlue.get().status, 'ready');
		const refused = await session.call('NoteWrite', { board: 'red', n: '2', text: 'again' });
		assert.equal(!refused.ok && refused.error.code, 'E-RIGHT');
		await takeRight(ana, service, await service.offer('MEM', 'red'), 'red again');
		await until('red is back, on the same socket', () => onRed.get().status === 'ready');
		for (const { right } of ana.sheet().rights)
			if (right !== blue) await service.operate('right.revoke', { right });
		await service.operate('right.revoke', { right: blue });
		await until('nothing is left', () => session.sync.get().kind === 'refused');
		const { error } = session.sync.get();
		assert.equal(error?.code, 'E-ENDED');
		assert.match(error?.sentence.en ?? '', /access right was withdrawn/);
		assert.match(error?.sentence.fr ?? '', /droit d'accès a été retiré/);
	},
);

test('2. sessions are listed, named and ended, on an open socket too', bounded, async (t) => {
	const bob = await registered(service, 'bob');
	await takeRight(bob, service, await service.offer('MEM', 'green'), 'green');
	const [phone, desk] = [await signerAt(bob, service), await signerAt(bob, service)];
	const [onPhone, onDesk] = [await sessionAt(t, service, phone), await sessionAt(t, service, desk)];
	await until('both are there', () =>
		[onPhone, onDesk].every((one) => one.sync.get().kind === 'up-to-date'),
	);
	must(await onDesk.call('session.name', { session: phone.session, label: 'lost phone' }));
	const list = onDesk.report<readonly { label: string; isThis: boolean }[]>('sessions', {});
	await until('the list', () => list.get().result?.length === 2);
	assert.deepEqual(
		list
			.get()
			.result?.map(({ label, isThis }) => [label, isThis])
			.sort(),
		[
			['lost phone', false],
			['phone', true],
		],
	);
	must(await onDesk.call('session.end', { session: phone.session }));
	await until('the phone is out', () => onPhone.sync.get().error?.code === 'E-ENDED');
	assert.equal(onDesk.sync.get().kind, 'up-to-date');
});
