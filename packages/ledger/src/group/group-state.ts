import type { Identity } from '../identity.ts';
import type { ObjectIndex } from './object-index.ts';

/**
 * What a member may do. `members`: see the others and their chat; `read`; `comment`; `write`, which
 * goes with `read`; `manage`, which goes with `members`: invite, change rights, remove.
 */
export const RIGHTS = ['comment', 'manage', 'members', 'read', 'write'] as const;
export type Right = (typeof RIGHTS)[number];

/** `voted`: invited by some managers, not yet by all whose voice is needed. */
export type Standing = 'voted' | 'invited' | 'active' | 'gone';

/** Somebody in a group. */
export interface Member {
	readonly identity: Identity;
	readonly standing: Standing;
	readonly rights: ReadonlySet<Right>;
	/** Rights that the member does not use for now, by own choice. */
	readonly declined: ReadonlySet<Right>;
	/** Hexadecimal ids of the managers who voted for this invitation. */
	readonly votes: ReadonlySet<string>;
	/** Hash of the entry that made the invitation: what an acceptance names. */
	readonly invitation: Uint8Array;
}

/** How people are invited: by one manager, or by all of them. */
export type InvitationMode = 'simple' | 'unanimous';

/** Key material of one epoch, as the entries carry it. */
export interface Epoch {
	readonly number: number;
	readonly keyHash: Uint8Array;
	/** The key before, under this one; no bytes for the first. */
	readonly earlier: Uint8Array;
	/** Sealed keys by hexadecimal id of the member. */
	readonly keys: ReadonlyMap<string, Uint8Array>;
}

/** What the ledger of a group says. Maps and sets by hexadecimal id. */
export interface GroupState {
	/** Always an active manager, until the group closes or is handed over. */
	readonly founder: string;
	/** 16 random bytes of the first entry. */
	readonly origin: Uint8Array;
	readonly mode: InvitationMode;
	/** Managers who want the simple mode back. */
	readonly simpleVotes: ReadonlySet<string>;
	/** Whether whoever writes may also invite (never with `manage`). */
	readonly isOpen: boolean;
	readonly members: ReadonlyMap<string, Member>;
	/** From the first to the present one. */
	readonly epochs: readonly Epoch[];
	/** Somebody left with the present key: nothing is written before it changes. */
	readonly isRotationDue: boolean;
	/** Entries `write` under the present key. */
	readonly writes: number;
	readonly objects: ObjectIndex;
	readonly isClosed: boolean;
}

/** Writes under one key before it must change. */
export const WRITES_PER_EPOCH = 1000;

/** The present epoch. */
export const presentEpoch = (state: GroupState): Epoch => {
	const epoch = state.epochs.at(-1);
	if (epoch === undefined) throw new Error('a group has a first epoch');
	return epoch;
};

/** Whether a member has a right, given and not declined. */
export const hasRight = (member: Member | undefined, right: Right): boolean =>
	member?.standing === 'active' && member.rights.has(right) && !member.declined.has(right);

/** Hexadecimal ids of those who manage. */
export const managersOf = (state: GroupState): string[] =>
	[...state.members].filter(([, member]) => hasRight(member, 'manage')).map(([id]) => id);

/** Hexadecimal ids of those whom a new key must reach: active and invited members. */
export const keyHoldersOf = (state: GroupState): string[] =>
	[...state.members]
		.filter(([, { standing }]) => standing === 'active' || standing === 'invited')
		.map(([id]) => id);
