import assert from 'node:assert/strict';
import { bytesToHex, systemRandom } from '@navette/core';
import { parseEntry } from '../../entry.ts';
import { createCast } from '../cast.ts';
import { createScene, MANAGER } from '../scene.ts';
import type { Trial } from './trial.ts';

export const INVITATION_TRIALS: readonly Trial[] = [
	{
		name: 'unanimous: the last voice brings the key, none before it',
		async run(lib) {
			const scene = await createScene(lib);
			const { ana, bob, cleo, dan, must, act } = scene;
			await scene.join(bob, MANAGER);
			await scene.join(cleo, MANAGER);
			await must(bob, { type: 'mode', mode: 'unanimous' });
			const op = { type: 'invite', member: dan.genesis, rights: ['read'] };
			assert.equal(await act(ana, { ...op, key: await scene.keyFor(dan) }), 'forbidden');
			await must(ana, op);
			const invitation = scene.memberOf(dan)?.invitation ?? new Uint8Array(32);
			const vote = { type: 'vote', member: dan.id, invitation };
			assert.equal(await act(bob, { ...vote, invitation: new Uint8Array(32) }), 'forbidden');
			await must(bob, vote);
			assert.equal(await act(cleo, vote), 'forbidden');
			assert.equal(scene.memberOf(dan)?.standing, 'voted');
			await must(cleo, { ...vote, key: await scene.keyFor(dan) });
			await scene.accept(dan);
			assert.ok((await lib.openRing(scene.ledger, dan)).ok);
			assert.equal(await act(dan, vote), 'forbidden');
		},
	},
	{
		name: 'unanimous: a voice of somebody who does not manage counts for nothing',
		async run(lib) {
			const scene = await createScene(lib);
			const { ana, bob, cleo, dan, must, act } = scene;
			await scene.join(bob, MANAGER);
			await scene.join(cleo, ['members', 'read']);
			await must(ana, { type: 'mode', mode: 'unanimous' });
			await must(ana, { type: 'invite', member: dan.genesis, rights: ['read'] });
			const invitation = scene.memberOf(dan)?.invitation ?? new Uint8Array(32);
			assert.equal(await act(cleo, { type: 'vote', member: dan.id, invitation }), 'forbidden');
		},
	},
	{
		name: 'unanimous: a voice falls with the manager who gave it',
		async run(lib) {
			const scene = await createScene(lib);
			const { ana, bob, dan, must } = scene;
			await scene.join(bob, MANAGER);
			await must(ana, { type: 'mode', mode: 'unanimous' });
			await must(bob, { type: 'invite', member: dan.genesis, rights: ['read'] });
			await must(ana, { type: 'rights', member: bob.id, rights: ['members', 'read'] });
			assert.equal(scene.memberOf(dan)?.standing, 'gone');
			await must(ana, { type: 'rights', member: bob.id, rights: MANAGER });
			assert.equal(scene.memberOf(dan)?.votes.size, 0);
		},
	},
	{
		name: 'simple again: all managers are needed',
		async run(lib) {
			const scene = await createScene(lib);
			const { ana, bob, cleo, must, act } = scene;
			await scene.join(bob, MANAGER);
			await scene.join(cleo, ['members', 'read']);
			assert.equal(await act(cleo, { type: 'mode', mode: 'unanimous' }), 'forbidden');
			await must(ana, { type: 'mode', mode: 'unanimous' });
			await must(ana, { type: 'mode', mode: 'simple' });
			assert.equal(scene.ledger.state.mode, 'unanimous');
			await must(bob, { type: 'mode', mode: 'simple' });
			assert.equal(scene.ledger.state.mode, 'simple');
		},
	},
	{
		name: 'an answer to an earlier invitation, or to none, is refused',
		async run(lib) {
			const scene = await createScene(lib);
			const { ana, bob, must, act } = scene;
			const invite = async (rights: readonly string[]) =>
				must(ana, {
					...{ type: 'invite', member: bob.genesis, rights },
					key: await scene.keyFor(bob),
				});
			await invite(MANAGER);
			const earlier = scene.memberOf(bob)?.invitation ?? new Uint8Array(32);
			await invite(['read']);
			const accept = { type: 'accept', invitation: earlier, declined: [] };
			assert.equal(await act(bob, accept), 'forbidden');
			await scene.accept(bob);
			assert.equal(scene.memberOf(bob)?.rights.has('manage'), false);
			assert.equal(await act(bob, accept), 'forbidden');
		},
	},
	{
		name: 'rights that do not hold together are not given',
		async run(lib) {
			const scene = await createScene(lib);
			const { ana, bob, act } = scene;
			const key = await scene.keyFor(bob);
			for (const rights of [['write'], ['manage', 'read'], ['read', 'read']]) {
				const op = { type: 'invite', member: bob.genesis, rights, key };
				assert.equal(await act(ana, op), 'forbidden');
			}
		},
	},
	{
		name: 'open group: who writes invites, gives no more than they have, and never the right to manage',
		async run(lib) {
			const scene = await createScene(lib, true);
			const { bob, cleo, dan, act, must } = scene;
			await scene.join(bob, ['read', 'write']);
			const key = await scene.keyFor(dan);
			const invite = (rights: readonly string[]) => ({
				...{ type: 'invite', member: dan.genesis, rights, key },
			});
			assert.equal(await act(bob, invite(['members', 'read'])), 'forbidden');
			assert.equal(await act(bob, invite(MANAGER)), 'forbidden');
			assert.equal(await act(cleo, invite(['read'])), 'author');
			await must(bob, invite(['read']));
		},
	},
	{
		name: 'a group holds no more people than its limit',
		async run(lib) {
			const scene = await createScene(lib);
			const ana = scene.memberOf(scene.ana);
			const [entry] = scene.entries.map(parseEntry);
			assert.ok(ana && entry?.ok);
			const crowd = Array.from({ length: lib.MAX_MEMBERS - 1 }, (_, at) => [`${at}`, ana] as const);
			const members = new Map([...scene.ledger.state.members, ...crowd]);
			const [guest] = await createCast(1, { random: systemRandom });
			assert.ok(guest);
			const op = {
				type: 'invite',
				member: guest.genesis,
				rights: ['read'],
				key: new Uint8Array(9),
			};
			const full = lib.groupRules.apply({ ...scene.ledger.state, members }, op, entry.value);
			assert.equal(full.ok ? 'let in' : full.error, 'forbidden');
			members.delete('0');
			const held = lib.groupRules.apply({ ...scene.ledger.state, members }, op, entry.value);
			assert.ok(held.ok && held.value.members.has(bytesToHex(guest.id)));
		},
	},
];
