import assert from 'node:assert/strict';
import { createScene, MANAGER } from '../scene.ts';
import type { Trial } from './trial.ts';

const PLAIN = ['members', 'read', 'write'];

export const MEMBER_TRIALS: readonly Trial[] = [
	{
		name: 'a manager loses that by own wish or the founder’s; the founder stays until the hand-over',
		async run(lib) {
			const scene = await createScene(lib);
			const { ana, bob, cleo, act, must } = scene;
			await scene.join(bob, MANAGER);
			await scene.join(cleo, MANAGER);
			const strip = (who: typeof bob) => ({ type: 'rights', member: who.id, rights: ['read'] });
			assert.equal(await act(bob, strip(cleo)), 'forbidden');
			assert.equal(await act(bob, strip(ana)), 'forbidden');
			assert.equal(await act(ana, strip(ana)), 'forbidden');
			assert.equal(await act(ana, { type: 'decline', declined: ['manage'] }), 'forbidden');
			assert.equal(await act(ana, { type: 'leave' }), 'forbidden');
			await must(cleo, strip(cleo));
			await must(ana, strip(bob));
			assert.equal(await act(ana, { type: 'transfer', member: bob.id }), 'forbidden');
			await must(ana, { type: 'rights', member: cleo.id, rights: MANAGER });
			assert.equal(await act(cleo, { type: 'transfer', member: cleo.id }), 'forbidden');
			assert.equal(await act(cleo, { type: 'close' }), 'forbidden');
			await must(ana, { type: 'transfer', member: cleo.id });
			await must(ana, { type: 'leave' });
			await must(cleo, { type: 'close' });
			assert.equal(await act(bob, { type: 'leave' }), 'closed');
		},
	},
	{
		name: 'M17: a member who does not manage changes nobody',
		async run(lib) {
			const scene = await createScene(lib);
			const { bob, cleo, dan, act } = scene;
			await scene.join(bob, PLAIN);
			await scene.join(cleo, ['read']);
			const { op } = await scene.rotation(cleo);
			const key = await scene.keyFor(dan);
			const ops = [
				{ type: 'invite', member: dan.genesis, rights: ['read'], key },
				{ type: 'remove', member: cleo.id, rotation: op.rotation ?? null },
				{ type: 'rights', member: cleo.id, rights: MANAGER },
				{ type: 'rights', member: bob.id, rights: MANAGER },
				{ type: 'mode', mode: 'unanimous' },
				{ type: 'transfer', member: bob.id },
				{ type: 'close' },
			];
			for (const one of ops) assert.equal(await act(bob, one), 'forbidden', one.type);
		},
	},
	{
		name: 'M17: one manager does not remove another; the founder does',
		async run(lib) {
			const scene = await createScene(lib);
			const { ana, bob, cleo, act, must } = scene;
			await scene.join(bob, MANAGER);
			await scene.join(cleo, MANAGER);
			const { op } = await scene.rotation(cleo);
			const remove = { type: 'remove', member: cleo.id, rotation: op.rotation ?? null };
			assert.equal(await act(bob, remove), 'forbidden');
			await must(ana, remove);
			assert.equal(await act(cleo, { type: 'leave' }), 'author');
		},
	},
	{
		name: 'M18: who only reads does not write, does not change the key',
		async run(lib) {
			const scene = await createScene(lib);
			const { bob, act } = scene;
			await scene.join(bob, ['members', 'read']);
			const object = new Uint8Array(16);
			const write = { type: 'write', object, rev: 1, hash: new Uint8Array(32) };
			assert.equal(await act(bob, write), 'forbidden');
			assert.equal(await act(bob, (await scene.rotation()).op), 'forbidden');
		},
	},
	{
		name: 'M18: somebody gone or only voted for does nothing, and the key must change after a leave',
		async run(lib) {
			const scene = await createScene(lib);
			const { ana, bob, cleo, act, must } = scene;
			await scene.join(bob, PLAIN);
			await must(bob, { type: 'leave' });
			const object = new Uint8Array(16);
			const write = { type: 'write', object, rev: 1, hash: new Uint8Array(32) };
			assert.equal(await act(ana, write), 'epoch');
			const { op, take } = await scene.rotation();
			await must(ana, op);
			take();
			await must(ana, write);
			assert.equal(await act(bob, { type: 'leave' }), 'author');
			await must(ana, { type: 'mode', mode: 'unanimous' });
			await scene.join(cleo, MANAGER);
			await must(cleo, { type: 'invite', member: bob.genesis, rights: ['read'] });
			assert.equal(scene.memberOf(bob)?.standing, 'voted');
			assert.equal(await act(bob, { type: 'leave' }), 'author');
		},
	},
	{
		name: 'M18: somebody removed keeps what was, and gets no key of what comes',
		async run(lib) {
			const scene = await createScene(lib);
			const { ana, bob, must } = scene;
			await scene.join(bob, ['members', 'read']);
			const { op } = await scene.rotation(bob);
			await must(ana, { type: 'remove', member: bob.id, rotation: op.rotation ?? null });
			const hers = await lib.openRing(scene.ledger, ana);
			const his = await lib.openRing(scene.ledger, bob);
			assert.deepEqual(hers.ok && [...hers.value.keys()].sort(), [1, 2]);
			assert.deepEqual(his.ok && [...his.value.keys()], [1]);
		},
	},
	{
		name: 'the last one who leaves closes the door',
		async run(lib) {
			const scene = await createScene(lib);
			await scene.must(scene.ana, { type: 'leave' });
			assert.equal(scene.ledger.state.isClosed, true);
		},
	},
];
