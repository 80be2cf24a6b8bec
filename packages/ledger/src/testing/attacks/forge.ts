import { bytesToHex } from '@navette/core';
import { type GroupState, presentEpoch, RIGHTS } from '../../group/group-state.ts';
import { makeRotation } from '../../group/make-rotation.ts';
import type { OwnIdentity } from '../../identity.ts';
import { headOf, type Ledger } from '../../ledger.ts';
import type { Stage } from '../attack.ts';
import { nowOf } from '../history.ts';
import { resign } from '../tamper.ts';

/** A well-made entry at the end, signed with a key, in the name of `as`. */
export const forge = (
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
export const isLetIn = async ({ lib, history }: Stage, entry: Uint8Array): Promise<boolean> =>
	(await lib.appendEntry(lib.groupRules, nowOf(history), entry)).ok;

export const someone = (stage: Stage, fits: (id: string) => boolean): OwnIdentity | undefined => {
	const found = stage.history.cast.filter(({ id }) => fits(bytesToHex(id)));
	return found.length > 0 ? stage.dice.oneOf(found) : undefined;
};

export const standing = (stage: Stage, wanted: string) =>
	someone(stage, (id) => nowOf(stage.history).state.members.get(id)?.standing === wanted);

export const write = () => ({
	...{ type: 'write', object: new Uint8Array(16).fill(99), rev: 1 },
	hash: new Uint8Array(32),
});

/** Everything that an ordinary member may not do to others. */
export const harmful = async ({ history, dice, outsider }: Stage, without: Uint8Array) => {
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

export const anyLetIn = async (
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
