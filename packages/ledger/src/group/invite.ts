import { bytesToHex, equalBytes, err, ok, type Result } from '@navette/core';
import type { Entry } from '../entry.ts';
import { parseIdentity } from '../identity.ts';
import type { LedgerFault } from '../ledger-fault.ts';
import type { GroupOp } from './group-op.ts';
import {
	type GroupState,
	hasRight,
	type Member,
	managersOf,
	presentEpoch,
	type Right,
} from './group-state.ts';

type Op<Type extends GroupOp['type']> = Extract<GroupOp, { type: Type }>;
type Outcome = Result<GroupState, LedgerFault>;

/** Most people in a group. */
export const MAX_MEMBERS = 100;

/** Whether a list of rights holds together: no repeat, `write` with `read`, `manage` with `members`. */
export const areWhole = (rights: readonly Right[]): boolean => {
	const set = new Set(rights);
	return (
		set.size === rights.length &&
		(!set.has('write') || set.has('read')) &&
		(!set.has('manage') || set.has('members'))
	);
};

/** The state with one member changed. */
export const withMember = (state: GroupState, id: string, member: Member): GroupState => ({
	...state,
	members: new Map(state.members).set(id, member),
});

/**
 * Whether a voice for somebody completes the invitation: any in the simple mode, the last missing one
 * in the unanimous mode. The entry that completes it carries the key, sealed to them.
 */
export const completesInvitation = (
	state: GroupState,
	voter: string,
	earlier: ReadonlySet<string> = new Set(),
): boolean =>
	state.mode === 'simple' || managersOf(state).every((id) => id === voter || earlier.has(id));

/** Counts a voice; the key must be there when it is the last, and only then. */
const countVoice = (
	state: GroupState,
	id: string,
	member: Member,
	voice: { readonly voter: string; readonly key: Uint8Array | undefined },
): Outcome => {
	const votes = new Set(member.votes).add(voice.voter);
	const isDone = completesInvitation(state, voice.voter, member.votes);
	if (isDone !== (voice.key !== undefined)) return err('forbidden');
	if (voice.key === undefined) return ok(withMember(state, id, { ...member, votes }));
	const invited = withMember(state, id, { ...member, votes, standing: 'invited' });
	return ok(withKey(invited, id, voice.key));
};

const mayInvite = (state: GroupState, author: Member | undefined, rights: readonly Right[]) => {
	if (hasRight(author, 'manage')) return true;
	const lends = rights.every((right) => right !== 'manage' && hasRight(author, right));
	return state.isOpen && state.mode === 'simple' && hasRight(author, 'write') && lends;
};

const isFull = (state: GroupState): boolean =>
	[...state.members.values()].filter(({ standing }) => standing !== 'gone').length >= MAX_MEMBERS;

export const invite = (state: GroupState, op: Op<'invite'>, entry: Entry): Outcome => {
	const author = bytesToHex(entry.author);
	if (!mayInvite(state, state.members.get(author), op.rights)) return err('forbidden');
	const parsed = parseIdentity(op.member, { type: 'avatar', tenant: entry.tenant });
	if (!parsed.ok) return parsed;
	const id = bytesToHex(parsed.value.id);
	const known = state.members.get(id);
	if (!areWhole(op.rights) || known?.standing === 'active') return err('forbidden');
	if ((known === undefined || known.standing === 'gone') && isFull(state)) return err('forbidden');
	const member: Member = {
		identity: parsed.value,
		standing: 'voted',
		rights: new Set(op.rights),
		declined: new Set(),
		votes: new Set(),
		invitation: entry.hash,
	};
	return countVoice(state, id, member, { voter: author, key: op.key });
};

const withKey = (state: GroupState, id: string, sealed: Uint8Array): GroupState => {
	const present = presentEpoch(state);
	const keys = new Map(present.keys).set(id, sealed);
	return { ...state, epochs: [...state.epochs.slice(0, -1), { ...present, keys }] };
};

export const vote = (state: GroupState, op: Op<'vote'>, entry: Entry): Outcome => {
	const author = bytesToHex(entry.author);
	const id = bytesToHex(op.member);
	const member = state.members.get(id);
	const isPending = member?.standing === 'voted' && equalBytes(member.invitation, op.invitation);
	if (!isPending || !hasRight(state.members.get(author), 'manage')) return err('forbidden');
	return countVoice(state, id, member, { voter: author, key: op.key });
};

export const accept = (state: GroupState, op: Op<'accept'>, entry: Entry): Outcome => {
	const id = bytesToHex(entry.author);
	const member = state.members.get(id);
	if (member?.standing !== 'invited') return err('forbidden');
	if (!equalBytes(member.invitation, op.invitation)) return err('forbidden');
	const declined = new Set(op.declined);
	return ok(withMember(state, id, { ...member, standing: 'active', declined }));
};
