/** Members who may write, and write what they may not. */
import { encodeCbor } from '@navette/codec';
import { bytesToHex } from '@navette/core';
import { hasRight, presentEpoch } from '../../group/group-state.ts';
import { makeRotation } from '../../group/make-rotation.ts';
import { allObjects } from '../../group/object-index.ts';
import { headOf } from '../../ledger.ts';
import { type Attack, UNMOUNTED } from '../attack.ts';
import { nowOf } from '../history.ts';

import { anyLetIn, forge, isLetIn, someone, write } from './forge.ts';

export const MEMBER_ATTACKS: readonly Attack[] = [
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
			const [first] = allObjects(state.objects);
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
