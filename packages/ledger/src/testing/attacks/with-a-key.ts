/** What somebody with a key can do together with the server: outsiders, those who left, members. */
import { encodeCbor } from '@navette/codec';
import { bytesToHex } from '@navette/core';
import { type GroupState, hasRight, presentEpoch, RIGHTS } from '../../group/group-state.ts';
import { makeRotation } from '../../group/make-rotation.ts';
import type { OwnIdentity } from '../../identity.ts';
import { headOf, type Ledger } from '../../ledger.ts';
import { type Attack, type Stage, UNMOUNTED } from '../attack.ts';
import { nowOf } from '../history.ts';
import { resign } from '../tamper.ts';

/** A well-made entry at the end, signed with a key, in the name of `as`. */
const forge = (
	ledger: Ledger<GroupState>,
	signer: OwnIdentity,
	op: object,
	changes: object = {},
) => {
	const head = headOf(ledger);
	const place = { tenant: ledger.tenant, ledger: ledger.id, seq: head.seq + 1, prev: head.hash };
	const epoch = presentEpoch(ledger.state).number;
	const body = { v: 1, ...place, author: signer.id, epoch, at: 9_000_000, seen: [], op };
	return resign({ ...body, ...changes }, signer.signingKey);
};

/** Whether the library lets an entry in at the end of an honest ledger. */
const isLetIn = async ({ lib, history }: Stage, entry: Uint8Array): Promise<boolean> =>
	(await lib.appendEntry(lib.groupRules, nowOf(history), entry)).ok;

const someone = (stage: Stage, fits: (id: string) => boolean): OwnIdentity | undefined => {
	const found = stage.history.cast.filter(({ id }) => fits(bytesToHex(id)));
	return found.length > 0 ? stage.dice.oneOf(found) : undefined;
};

const standing = (stage: Stage, wanted: string) =>
	someone(stage, (id) => nowOf(stage.history).state.members.get(id)?.standing === wanted);

const write = () => ({
	...{ type: 'write', object: new Uint8Array(16).fill(99), rev: 1 },
	hash: new Uint8Array(32),
});

/** Everything that an ordinary member may not do to others. */
const harmful = async ({ history, dice, outsider }: Stage, without: Uint8Array) => {
	const ledger = nowOf(history);
	const key = history.keys.get(presentEpoch(ledger.state).number) ?? new Uint8Array(32);
	const { rotation } = await makeRotation(ledger, key, [without], dice);
	return [
		{ type: 'invite', member: outsider.genesis, rights: ['read'], key: new Uint8Array(9) },
		{ type: 'rights', member: without, rights: [...RIGHTS] },
		{ type: 'remove', member: without, rotation },
		{ type: 'mode', mode: 'unanimous' },
		{ type: 'transfer', member: without },
		{ type: 'close' },
	];
};

const anyLetIn = async (
	stage: Stage,
	ops: readonly object[],
	signer: OwnIdentity,
	as: object = {},
) => {
	for (const op of ops) {
		const entry = await forge(nowOf(stage.history), signer, op, as);
		if (await isLetIn(stage, entry)) return JSON.stringify(Object(op).type);
	}
	return undefined;
};

export const KEYED_ATTACKS: readonly Attack[] = [
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
	{
		row: 'M18',
		name: 'something is written under a key that somebody took away',
		async mount(stage) {
			const { lib, history } = stage;
			for (const ledger of history.ledgers.filter(({ state }) => state.isRotationDue)) {
				const writer = history.cast.find(({ id }) =>
					hasRight(ledger.state.members.get(bytesToHex(id)), 'write'),
				);
				if (writer === undefined) continue;
				const entry = await forge(ledger, writer, write());
				const read = await lib.appendEntry(lib.groupRules, ledger, entry);
				return read.ok ? 'written under an old key' : undefined;
			}
			return UNMOUNTED;
		},
	},
	{
		row: 'M32',
		name: 'a member rotates to an epoch that is not the next, or leaves somebody out',
		async mount(stage) {
			const { history, dice } = stage;
			const ledger = nowOf(history);
			const writer = someone(stage, (id) => hasRight(ledger.state.members.get(id), 'write'));
			if (writer === undefined) return UNMOUNTED;
			const key = history.keys.get(presentEpoch(ledger.state).number) ?? new Uint8Array(32);
			const { rotation } = await makeRotation(ledger, key, [], dice);
			const [one, ...others] = rotation.keys;
			if (one === undefined) return UNMOUNTED;
			const foreign = [stage.outsider.id, one[1]];
			return anyLetIn(
				stage,
				[
					{ ...rotation, epoch: rotation.epoch - 1 },
					{ ...rotation, epoch: rotation.epoch + 1 },
					{ ...rotation, keys: others },
					{ ...rotation, keys: [...rotation.keys, foreign] },
					{ ...rotation, keys: [...rotation.keys, one] },
				].map((bad) => ({ type: 'rotate', rotation: bad })),
				writer,
			);
		},
	},
	{
		row: 'M12',
		name: 'a member writes a revision that is not the next',
		async mount(stage) {
			const { state } = nowOf(stage.history);
			const writer = someone(stage, (id) => hasRight(state.members.get(id), 'write'));
			const [first] = state.objects;
			if (writer === undefined || first === undefined || state.isRotationDue) return UNMOUNTED;
			const object = stage.history.blobs.find(
				(blob) => bytesToHex(blob.object) === first[0],
			)?.object;
			const { rev } = first[1];
			const revs = [0, rev, rev + 2].map((wrong) => ({ ...write(), object, rev: wrong }));
			return anyLetIn(stage, revs, writer);
		},
	},
	{
		row: 'M16',
		name: 'a signed entry is moved: other ledger, tenant, place, epoch',
		async mount(stage) {
			const { history, other } = stage;
			const { state } = nowOf(history);
			const writer = someone(stage, (id) => hasRight(state.members.get(id), 'write'));
			if (writer === undefined || state.isRotationDue) return UNMOUNTED;
			const head = headOf(nowOf(history));
			const moves = [
				{ ledger: other.id },
				{ tenant: 'orgb' },
				{ seq: head.seq },
				{ seq: head.seq + 2 },
				{ prev: new Uint8Array(32) },
				{ epoch: presentEpoch(state).number - 1 },
				{ epoch: presentEpoch(state).number + 1 },
			];
			for (const move of moves) {
				const found = await anyLetIn(stage, [write()], writer, move);
				if (found !== undefined) return `moved by ${Object.keys(move)}`;
			}
			return undefined;
		},
	},
	{
		row: 'M21',
		name: 'a signature made for another purpose is taken for an entry',
		async mount(stage) {
			const { state } = nowOf(stage.history);
			const writer = someone(stage, (id) => hasRight(state.members.get(id), 'write'));
			if (writer === undefined || state.isRotationDue) return UNMOUNTED;
			const honest = await forge(nowOf(stage.history), writer, write());
			const body = honest.subarray(0, -66);
			const wrong = await writer.signingKey.signer.sign(encodeCbor(['nv/req', body]));
			const entry = honest.slice();
			entry.set(wrong, entry.length - 64);
			return (await isLetIn(stage, entry)) ? 'another purpose' : undefined;
		},
	},
	{
		row: 'M36',
		name: 'fields nobody knows, and names of prototypes',
		async mount(stage) {
			const { state } = nowOf(stage.history);
			const writer = someone(stage, (id) => hasRight(state.members.get(id), 'write'));
			if (writer === undefined || state.isRotationDue) return UNMOUNTED;
			const names = ['__proto__', 'constructor', 'prototype', 'toString', 'extra'];
			const ops = names.flatMap((name) => [
				Object.defineProperty({ ...write() }, name, { value: { manage: true }, enumerable: true }),
				Object.defineProperty({}, name, { value: 1, enumerable: true }),
				{ type: name },
			]);
			const found = await anyLetIn(stage, ops, writer);
			return found ?? ('manage' in {} ? 'a prototype was changed' : undefined);
		},
	},
];
