import { bytesToHex } from '@navette/core';
import { hasRight, presentEpoch } from '../../group/group-state.ts';
import { type Attack, UNMOUNTED } from '../attack.ts';
import { nowOf } from '../history.ts';

import { anyLetIn, harmful, someone, standing, write } from './forge.ts';

export const PEOPLE_ATTACKS: readonly Attack[] = [
	{
		row: 'M10',
		name: 'an outsider writes an object',
		mount: (stage) => anyLetIn(stage, [write()], stage.outsider),
	},
	{
		row: 'M10',
		name: 'an outsider writes in the name of a member',
		async mount(stage) {
			const member = standing(stage, 'active');
			if (member === undefined) return UNMOUNTED;
			return anyLetIn(stage, [write()], stage.outsider, { author: member.id });
		},
	},
	{
		row: 'M17',
		name: 'an outsider invites, promotes, removes',
		async mount(stage) {
			const member = standing(stage, 'active');
			if (member === undefined) return UNMOUNTED;
			return anyLetIn(stage, await harmful(stage, member.id), stage.outsider);
		},
	},
	{
		row: 'M17',
		name: 'a member who does not manage changes the members',
		async mount(stage) {
			const { state } = nowOf(stage.history);
			const plain = someone(stage, (id) => {
				const member = state.members.get(id);
				const mayInvite = state.isOpen && hasRight(member, 'write');
				return member?.standing === 'active' && !hasRight(member, 'manage') && !mayInvite;
			});
			const victim = someone(stage, (id) => id === state.founder);
			if (plain === undefined || victim === undefined || plain === victim) return UNMOUNTED;
			return anyLetIn(stage, await harmful(stage, victim.id), plain);
		},
	},
	{
		row: 'M17',
		name: 'somebody only invited acts before accepting',
		async mount(stage) {
			const past = stage.history.ledgers.findIndex(({ state }) =>
				[...state.members.values()].some((member) => member.standing === 'invited'),
			);
			if (past < 0) return UNMOUNTED;
			const { history } = stage;
			const then = {
				...stage,
				history: { ...history, ledgers: history.ledgers.slice(0, past + 1) },
			};
			const [invited, victim] = [standing(then, 'invited'), standing(then, 'active')];
			if (invited === undefined || victim === undefined) return UNMOUNTED;
			return anyLetIn(then, [...(await harmful(then, victim.id)), write()], invited);
		},
	},
	{
		row: 'M18',
		name: 'somebody who is gone writes, invites, removes',
		async mount(stage) {
			const gone = standing(stage, 'gone');
			const victim = standing(stage, 'active');
			if (gone === undefined || victim === undefined) return UNMOUNTED;
			return anyLetIn(stage, [...(await harmful(stage, victim.id)), write()], gone);
		},
	},
	{
		row: 'M18',
		name: 'somebody who is gone reads what was written after',
		async mount(stage) {
			const { lib, history } = stage;
			const ledger = nowOf(history);
			const gone = standing(stage, 'gone');
			if (gone === undefined) return UNMOUNTED;
			const ring = await lib.openRing(ledger, gone);
			if (!ring.ok) return undefined;
			const reached = Math.max(0, ...ring.value.keys());
			const left = history.ledgers.findLastIndex(
				({ state }) => state.members.get(bytesToHex(gone.id))?.standing !== 'gone',
			);
			const then = history.ledgers[left];
			const isPast = then === undefined || reached <= presentEpoch(then.state).number;
			return isPast ? undefined : 'holds a later key';
		},
	},
];
