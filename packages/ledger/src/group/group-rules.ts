import { bytesToHex, err, ok, type Result } from '@navette/core';
import type * as v from 'valibot';
import type { Entry } from '../entry.ts';
import { type Identity, parseIdentity } from '../identity.ts';
import type { LedgerFault } from '../ledger-fault.ts';
import type { LedgerRules } from '../ledger-rules.ts';
import { parseExactly } from '../parse-exactly.ts';
import { changeMode, changeRights, decline, leave, remove, transfer } from './change-members.ts';
import { GroupOp, OpenGroup } from './group-op.ts';
import {
	type GroupState,
	hasRight,
	type Member,
	presentEpoch,
	RIGHTS,
	WRITES_PER_EPOCH,
} from './group-state.ts';
import { accept, invite, vote } from './invite.ts';
import { NO_OBJECTS, objectOf, withObject } from './object-index.ts';
import { rotate } from './rotate.ts';

type Outcome = Result<GroupState, LedgerFault>;

const begin = (op: v.InferOutput<typeof OpenGroup>, founder: Identity, entry: Entry) => {
	const id = bytesToHex(founder.id);
	const member: Member = {
		identity: founder,
		standing: 'active',
		rights: new Set(RIGHTS),
		declined: new Set(),
		votes: new Set(),
		invitation: entry.hash,
	};
	const keys = new Map([[id, op.key]]);
	const first = { number: 1, keyHash: op.keyHash, earlier: new Uint8Array(0), keys };
	const state: GroupState = {
		founder: id,
		origin: op.origin,
		mode: op.mode,
		isOpen: op.isOpen,
		simpleVotes: new Set(),
		members: new Map([[id, member]]),
		epochs: [first],
		isRotationDue: false,
		writes: 0,
		objects: NO_OBJECTS,
		isClosed: false,
	};
	return { state, founder };
};

const write = (
	state: GroupState,
	op: Extract<GroupOp, { type: 'write' }>,
	author: Member | undefined,
): Outcome => {
	if (!hasRight(author, 'write')) return err('forbidden');
	if (state.isRotationDue || state.writes >= WRITES_PER_EPOCH) return err('epoch');
	const id = bytesToHex(op.object);
	if (op.rev !== (objectOf(state.objects, id)?.rev ?? 0) + 1) return err('revision');
	const { rev, hash } = op;
	const written = { rev, hash, epoch: presentEpoch(state).number };
	const objects = withObject(state.objects, id, written);
	return ok({ ...state, objects, writes: state.writes + 1 });
};

const close = (state: GroupState, entry: Entry): Outcome =>
	bytesToHex(entry.author) === state.founder ? ok({ ...state, isClosed: true }) : err('forbidden');

const act = (state: GroupState, op: GroupOp, entry: Entry): Outcome => {
	const author = state.members.get(bytesToHex(entry.author));
	switch (op.type) {
		case 'invite':
			return invite(state, op, entry);
		case 'vote':
			return vote(state, op, entry);
		case 'accept':
			return accept(state, op, entry);
		case 'leave':
			return leave(state, entry);
		case 'decline':
			return decline(state, op, entry);
		case 'rights':
			return changeRights(state, op, entry);
		case 'remove':
			return remove(state, op, entry);
		case 'rotate':
			return hasRight(author, 'write') || hasRight(author, 'manage')
				? rotate(state, op.rotation)
				: err('forbidden');
		case 'mode':
			return changeMode(state, op, entry);
		case 'transfer':
			return transfer(state, op, entry);
		case 'write':
			return write(state, op, author);
		case 'close':
			return close(state, entry);
	}
};

/**
 * Groups, chats, partitions and sharings: who is in, what each may do, which key is in use, which
 * revision of each object is the last. Members are avatars.
 */
export const groupRules: LedgerRules<GroupState> = {
	kind: 'group',
	open(op, entry) {
		const parsed = parseExactly(OpenGroup, op);
		if (parsed === undefined) return err('malformed');
		const founder = parseIdentity(parsed.founder, { type: 'avatar', tenant: entry.tenant });
		return founder.ok ? ok(begin(parsed, founder.value, entry)) : founder;
	},
	signerOf(state, author) {
		const member = state.members.get(bytesToHex(author));
		const isHere = member?.standing === 'active' || member?.standing === 'invited';
		return isHere ? member.identity.signing : undefined;
	},
	epochOf: (state) => presentEpoch(state).number,
	apply(state, op, entry) {
		if (state.isClosed) return err('closed');
		const parsed = parseExactly(GroupOp, op);
		return parsed ? act(state, parsed, entry) : err('malformed');
	},
};
