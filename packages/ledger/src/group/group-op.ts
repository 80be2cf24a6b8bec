import * as v from 'valibot';
import { bytesOf, bytesUpTo, Count, Hash, Id } from '../bytes-of.ts';
import { RIGHTS } from './group-state.ts';

/** Longest genesis of an identity, and longest sealed key. */
const Genesis = bytesUpTo(4096);
const Sealed = bytesUpTo(4096);
const Rights = v.pipe(v.array(v.picklist(RIGHTS)), v.maxLength(RIGHTS.length));
const Mode = v.picklist(['simple', 'unanimous']);

/** A new epoch key: for whom, and how the one before is found again. */
const Rotation = v.strictObject({
	epoch: Count,
	keyHash: Hash,
	earlier: Sealed,
	keys: v.pipe(v.array(v.strictTuple([Id, Sealed])), v.maxLength(400)),
});
export type GroupRotation = v.InferOutput<typeof Rotation>;

export const OpenGroup = v.strictObject({
	type: v.literal('open'),
	kind: v.literal('group'),
	founder: Genesis,
	mode: Mode,
	isOpen: v.boolean(),
	keyHash: Hash,
	/** the first key, sealed to the founder */
	key: Sealed,
	/** random, so that no two groups have one id */
	origin: bytesOf(16),
});

export const GroupOp = v.variant('type', [
	/**
	 * Invites somebody, or changes an invitation. `key` = the present key sealed to them, given by the
	 * entry that completes the invitation and by no other (see `completesInvitation`).
	 */
	v.strictObject({
		type: v.literal('invite'),
		member: Genesis,
		rights: Rights,
		key: v.optional(Sealed),
	}),
	/** a manager's voice for an invitation, named by the hash of its entry */
	v.strictObject({
		type: v.literal('vote'),
		member: Id,
		invitation: Hash,
		key: v.optional(Sealed),
	}),
	v.strictObject({ type: v.literal('accept'), invitation: Hash, declined: Rights }),
	/** refuses an invitation, or leaves */
	v.strictObject({ type: v.literal('leave') }),
	v.strictObject({ type: v.literal('decline'), declined: Rights }),
	v.strictObject({ type: v.literal('rights'), member: Id, rights: Rights }),
	v.strictObject({ type: v.literal('remove'), member: Id, rotation: Rotation }),
	v.strictObject({ type: v.literal('rotate'), rotation: Rotation }),
	v.strictObject({ type: v.literal('mode'), mode: Mode }),
	v.strictObject({ type: v.literal('transfer'), member: Id }),
	v.strictObject({ type: v.literal('write'), object: bytesOf(16), rev: Count, hash: Hash }),
	v.strictObject({ type: v.literal('close') }),
]);

/** Operations of the ledger of a group. */
export type GroupOp = v.InferOutput<typeof GroupOp>;
