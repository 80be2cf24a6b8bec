import { bytesToHex } from '@navette/core';
import { sealEpochKey } from '../epoch-keys.ts';
import { sealObject } from '../group/group-object.ts';
import { type Member, presentEpoch, RIGHTS } from '../group/group-state.ts';
import { completesInvitation } from '../group/invite.ts';
import { makeRotation } from '../group/make-rotation.ts';
import type { OwnIdentity } from '../identity.ts';
import type { Dice } from './dice.ts';
import { type Deed, type Growing, nowOf } from './history.ts';

type Maker = (past: Growing, author: OwnIdentity, dice: Dice) => Promise<Deed | undefined>;

const presentKey = (past: Growing): Uint8Array => {
	const key = past.keys.get(presentEpoch(nowOf(past).state).number);
	if (key === undefined) throw new Error('no key');
	return key;
};

const someRights = (dice: Dice) => {
	const chosen = RIGHTS.filter(() => dice.below(3) > 0);
	return chosen.includes('write') && dice.below(2) === 0
		? RIGHTS.filter((right) => right !== 'manage')
		: chosen;
};

const memberOf = (past: Growing, who: OwnIdentity): Member | undefined =>
	nowOf(past).state.members.get(bytesToHex(who.id));

/** The present key sealed to somebody, when a voice of `author` completes the invitation. */
const keyFor = async (
	past: Growing,
	author: OwnIdentity,
	who: OwnIdentity,
	dice: Dice,
	isNew: boolean,
) => {
	const { state, tenant } = nowOf(past);
	const earlier = isNew ? undefined : memberOf(past, who)?.votes;
	if (!completesInvitation(state, bytesToHex(author.id), earlier)) return {};
	const place = { tenant, origin: state.origin, epoch: presentEpoch(state).number };
	return { key: await sealEpochKey(place, presentKey(past), who, dice) };
};

const invite: Maker = async (past, author, dice) => {
	const who = dice.oneOf(past.cast);
	const rights = someRights(dice);
	const key = await keyFor(past, author, who, dice, true);
	return { author, op: { type: 'invite', member: who.genesis, rights, ...key } };
};

const vote: Maker = async (past, author, dice) => {
	const waiting = past.cast.filter((who) => memberOf(past, who)?.standing === 'voted');
	if (waiting.length === 0) return undefined;
	const who = dice.oneOf(waiting);
	const invitation = memberOf(past, who)?.invitation ?? new Uint8Array(32);
	const key = await keyFor(past, author, who, dice, false);
	return { author, op: { type: 'vote', member: who.id, invitation, ...key } };
};

const accept: Maker = async (past, _, dice) => {
	const invited = past.cast.filter((who) => memberOf(past, who)?.standing === 'invited');
	if (invited.length === 0) return undefined;
	const author = dice.oneOf(invited);
	const invitation = memberOf(past, author)?.invitation ?? new Uint8Array(32);
	return { author, op: { type: 'accept', invitation, declined: [] } };
};

const write: Maker = async (past, author, dice) => {
	const object = new Uint8Array(16).fill(1 + dice.below(5));
	const data = dice.random.bytes(dice.below(400));
	const sealed = await sealObject(nowOf(past), presentKey(past), object, data, dice);
	const blob = { object, rev: sealed.op.rev, bytes: sealed.bytes, data };
	return { author, op: sealed.op, blob };
};

const remove: Maker = async (past, author, dice) => {
	const who = dice.oneOf(past.cast);
	const { rotation, key } = await makeRotation(nowOf(past), presentKey(past), [who.id], dice);
	return { author, op: { type: 'remove', member: who.id, rotation }, key };
};

const rotate: Maker = async (past, author, dice) => {
	const { rotation, key } = await makeRotation(nowOf(past), presentKey(past), [], dice);
	return { author, op: { type: 'rotate', rotation }, key };
};

const leave: Maker = async (past, author) =>
	bytesToHex(author.id) === nowOf(past).state.founder
		? undefined
		: { author, op: { type: 'leave' } };

const changeRights: Maker = async (past, author, dice) => {
	const rights = someRights(dice);
	return { author, op: { type: 'rights', member: dice.oneOf(past.cast).id, rights } };
};

const changeMode: Maker = async (_, author, dice) => ({
	author,
	op: { type: 'mode', mode: dice.oneOf(['simple', 'simple', 'unanimous']) },
});

/** How often each is tried. */
const MAKERS: readonly (readonly [number, Maker])[] = [
	[4, invite],
	[3, vote],
	[5, accept],
	[8, write],
	[1, remove],
	[2, rotate],
	[1, leave],
	[1, changeRights],
	[1, changeMode],
];
const CARDS = MAKERS.flatMap(([times, maker]) => Array.from({ length: times }, () => maker));

/** Something that somebody who is there might do; the rules may refuse it. */
export const chooseDeed = (past: Growing, dice: Dice): Promise<Deed | undefined> => {
	const present = past.cast.filter((who) => memberOf(past, who)?.standing === 'active');
	return dice.oneOf(CARDS)(past, dice.oneOf(present), dice);
};
