import { bytesToHex, err, ok, type Result } from '@navette/core';
import type { Entry } from '../entry.ts';
import type { LedgerFault } from '../ledger-fault.ts';
import type { GroupOp } from './group-op.ts';
import { type GroupState, hasRight, type Member, managersOf } from './group-state.ts';
import { areWhole, withMember } from './invite.ts';
import { rotate } from './rotate.ts';

type Op<Type extends GroupOp['type']> = Extract<GroupOp, { type: Type }>;
type Outcome = Result<GroupState, LedgerFault>;

/** Voices of those who manage no more fall; an invitation without any is void. */
const dropVotes = (state: GroupState): GroupState => {
	const managers = new Set(managersOf(state));
	const kept = (votes: ReadonlySet<string>) => new Set([...votes].filter((id) => managers.has(id)));
	const members = [...state.members].map(([id, member]): [string, Member] => {
		if (member.standing !== 'voted') return [id, member];
		const votes = kept(member.votes);
		return [id, { ...member, votes, standing: votes.size === 0 ? 'gone' : 'voted' }];
	});
	return { ...state, members: new Map(members), simpleVotes: kept(state.simpleVotes) };
};

const gone = (state: GroupState, id: string, member: Member): GroupState =>
	dropVotes(withMember(state, id, { ...member, standing: 'gone' }));

/** Whoever is there may leave; the founder hands over first, or is the last. */
export const leave = (state: GroupState, entry: Entry): Outcome => {
	const id = bytesToHex(entry.author);
	const member = state.members.get(id);
	if (member === undefined) return err('author');
	const left = gone(state, id, member);
	const isEmpty = ![...left.members.values()].some(({ standing }) => standing === 'active');
	if (id === state.founder && !isEmpty) return err('forbidden');
	return ok({ ...left, isRotationDue: true, isClosed: isEmpty });
};

export const decline = (state: GroupState, op: Op<'decline'>, entry: Entry): Outcome => {
	const id = bytesToHex(entry.author);
	const member = state.members.get(id);
	if (member?.standing !== 'active') return err('author');
	if (id === state.founder && op.declined.includes('manage')) return err('forbidden');
	return ok(dropVotes(withMember(state, id, { ...member, declined: new Set(op.declined) })));
};

/** A manager changes what others may do; who manages loses that by own wish or the founder's. */
export const changeRights = (state: GroupState, op: Op<'rights'>, entry: Entry): Outcome => {
	const author = bytesToHex(entry.author);
	const id = bytesToHex(op.member);
	const member = state.members.get(id);
	const by = state.members.get(author);
	if (member?.standing !== 'active' || !areWhole(op.rights)) return err('forbidden');
	const rights = new Set(op.rights);
	if (id === state.founder && !rights.has('manage')) return err('forbidden');
	const isOwnLoss = id === author && op.rights.every((right) => member.rights.has(right));
	const isFree = author === state.founder || !member.rights.has('manage');
	if (!isOwnLoss && !(hasRight(by, 'manage') && isFree)) return err('forbidden');
	return ok(dropVotes(withMember(state, id, { ...member, rights })));
};

/** A manager removes somebody who does not manage, and changes the key in the same entry. */
export const remove = (state: GroupState, op: Op<'remove'>, entry: Entry): Outcome => {
	const author = bytesToHex(entry.author);
	const id = bytesToHex(op.member);
	const member = state.members.get(id);
	if (!hasRight(state.members.get(author), 'manage')) return err('forbidden');
	if (member === undefined || member.standing === 'gone' || id === author) return err('forbidden');
	if (member.rights.has('manage') && member.standing === 'active' && author !== state.founder)
		return err('forbidden');
	return rotate(gone(state, id, member), op.rotation);
};

export const transfer = (state: GroupState, op: Op<'transfer'>, entry: Entry): Outcome => {
	const id = bytesToHex(op.member);
	if (bytesToHex(entry.author) !== state.founder) return err('forbidden');
	if (!hasRight(state.members.get(id), 'manage')) return err('forbidden');
	return ok({ ...state, founder: id });
};

/** One manager makes invitations unanimous; all of them are needed to make them simple again. */
export const changeMode = (state: GroupState, op: Op<'mode'>, entry: Entry): Outcome => {
	const author = bytesToHex(entry.author);
	if (!hasRight(state.members.get(author), 'manage')) return err('forbidden');
	if (op.mode === 'unanimous') return ok({ ...state, mode: op.mode, simpleVotes: new Set() });
	const simpleVotes = new Set(state.simpleVotes).add(author);
	const isDone = managersOf(state).every((manager) => simpleVotes.has(manager));
	if (!isDone) return ok({ ...state, simpleVotes });
	return ok(dropVotes({ ...state, mode: 'simple', simpleVotes: new Set() }));
};
