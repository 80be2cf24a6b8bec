import { bytesToHex } from '@navette/core';
import { foundGroup } from '../group/found-group.ts';
import { groupRules } from '../group/group-rules.ts';
import { type GroupState, presentEpoch } from '../group/group-state.ts';
import type { OwnIdentity } from '../identity.ts';
import { type Ledger, openLedger, writeEntry } from '../ledger.ts';
import type { WrittenOp } from '../ledger-rules.ts';
import { TENANT } from './cast.ts';
import { chooseDeed } from './deeds.ts';
import type { Dice } from './dice.ts';

/** One sealed revision of an object, as a server keeps it. */
export interface Blob {
	readonly object: Uint8Array;
	readonly rev: number;
	readonly bytes: Uint8Array;
	readonly data: Uint8Array;
}

/** The honest past of a group: what each entry was, what everybody believed after it. */
export interface History {
	readonly id: Uint8Array;
	readonly cast: readonly OwnIdentity[];
	readonly entries: readonly Uint8Array[];
	readonly authors: readonly OwnIdentity[];
	/** The ledger after each entry. */
	readonly ledgers: readonly Ledger<GroupState>[];
	/** Each epoch's key. */
	readonly keys: ReadonlyMap<number, Uint8Array>;
	readonly blobs: readonly Blob[];
}

/** A history that grows. */
export interface Growing {
	readonly cast: readonly OwnIdentity[];
	readonly entries: Uint8Array[];
	readonly authors: OwnIdentity[];
	readonly ledgers: Ledger<GroupState>[];
	readonly keys: Map<number, Uint8Array>;
	readonly blobs: Blob[];
	at: number;
}

/** What somebody does: the operation, and what comes of it once it is in. */
export interface Deed {
	readonly author: OwnIdentity;
	readonly op: WrittenOp;
	readonly key?: Uint8Array;
	readonly blob?: Blob;
}

/** The ledger as it stands. */
export const nowOf = (past: { readonly ledgers: readonly Ledger<GroupState>[] }) => {
	const ledger = past.ledgers.at(-1);
	if (ledger === undefined) throw new Error('no first entry');
	return ledger;
};

/** Does it, if the rules allow; says whether they did. */
const perform = async (past: Growing, deed: Deed): Promise<boolean> => {
	past.at += 1_000;
	const facts = { at: past.at };
	const written = await writeEntry(groupRules, nowOf(past), deed.author, deed.op, facts);
	if (!written.ok) return false;
	past.entries.push(written.value.bytes);
	past.authors.push(deed.author);
	past.ledgers.push(written.value.ledger);
	if (deed.key) past.keys.set(presentEpoch(written.value.ledger.state).number, deed.key);
	if (deed.blob) past.blobs.push(deed.blob);
	return true;
};

/** Founds a group of the first of the cast. */
const begin = async (cast: readonly OwnIdentity[], dice: Dice): Promise<Growing> => {
	const [founder] = cast;
	if (founder === undefined) throw new Error('nobody to found it');
	const choice = { mode: 'simple', isOpen: dice.below(2) === 0, at: 2_000 } as const;
	const { bytes, id, key } = await foundGroup(founder, choice, dice);
	const opened = await openLedger(groupRules, bytes, { tenant: TENANT, id });
	if (!opened.ok) throw new Error(opened.error);
	const keys = new Map([[1, key]]);
	const [entries, authors, ledgers] = [[bytes], [founder], [opened.value]];
	return { cast, entries, authors, ledgers, keys, blobs: [], at: 2_000 };
};

/** A group that lived `steps` random deeds, and more until it has what adversaries need. */
export const createHistory = async (
	cast: readonly OwnIdentity[],
	dice: Dice,
	steps: number,
): Promise<History> => {
	const past = await begin(cast, dice);
	for (let step = 0; step < steps; step++) {
		const deed = await chooseDeed(past, dice);
		if (deed !== undefined) await perform(past, deed);
	}
	return { ...past, id: nowOf(past).id };
};

/** The bytes that an honest server gives for each object: its last revision, by hexadecimal name. */
export const servedBlobs = (history: History): Map<string, Uint8Array> =>
	new Map(history.blobs.map(({ object, bytes }) => [bytesToHex(object), bytes]));
