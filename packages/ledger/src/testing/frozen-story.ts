import { bytesToHex } from '@navette/core';
import { createSeededRandom } from '@navette/testkit';
import { deviceRules } from '../devices/device-rules.ts';
import { foundDevices } from '../devices/found-devices.ts';
import { sealEpochKey } from '../epoch-keys.ts';
import { foundGroup } from '../group/found-group.ts';
import { groupRules } from '../group/group-rules.ts';
import { makeRotation } from '../group/make-rotation.ts';
import type { OwnIdentity } from '../identity.ts';
import { type Ledger, openLedger, writeEntry } from '../ledger.ts';
import type { LedgerRules, WrittenOp } from '../ledger-rules.ts';
import { createCast, TENANT } from './cast.ts';

const mustOpen = async <State>(rules: LedgerRules<State>, bytes: Uint8Array, id: Uint8Array) => {
	const opened = await openLedger(rules, bytes, { tenant: TENANT, id });
	if (!opened.ok) throw new Error(opened.error);
	return opened.value;
};

const mustWrite = async <State>(
	rules: LedgerRules<State>,
	ledger: Ledger<State>,
	author: OwnIdentity,
	op: WrittenOp,
) => {
	const written = await writeEntry(rules, ledger, author, op, { at: 1_700_000_000_000 });
	if (!written.ok) throw new Error(written.error);
	return written.value;
};

/** An account with one device, always the same bytes. */
export const tellAccount = async () => {
	const deps = { random: createSeededRandom(2026) };
	const [account] = await createCast(1, deps, 'user');
	const [phone] = await createCast(1, deps, 'device');
	if (account === undefined || phone === undefined) throw new Error('nobody');
	const { bytes, id } = await foundDevices(account, 1_700_000_000_000);
	const opened = await mustOpen(deviceRules, bytes, id);
	const op = { type: 'add', device: phone.genesis };
	const added = await mustWrite(deviceRules, opened, account, op);
	const ids = [account, phone].map((one) => bytesToHex(one.id));
	return { id: bytesToHex(id), ids, entries: [bytes, added.bytes].map(bytesToHex) };
};

/** A group of two: founded, joined, written, its key changed; always the same bytes. */
export const tellGroup = async () => {
	const deps = { random: createSeededRandom(2027) };
	const [ana, bob] = await createCast(2, deps);
	if (ana === undefined || bob === undefined) throw new Error('nobody');
	const choice = { mode: 'simple', isOpen: false, at: 1_700_000_000_000 } as const;
	const founded = await foundGroup(ana, choice, deps);
	const entries = [founded.bytes];
	let ledger = await mustOpen(groupRules, founded.bytes, founded.id);
	const act = async (author: OwnIdentity, op: WrittenOp) => {
		const written = await mustWrite(groupRules, ledger, author, op);
		ledger = written.ledger;
		entries.push(written.bytes);
	};
	const place = { tenant: TENANT, origin: ledger.state.origin, epoch: 1 };
	const key = await sealEpochKey(place, founded.key, bob, deps);
	await act(ana, { type: 'invite', member: bob.genesis, rights: ['read'], key });
	const invitation = ledger.hashes[1] ?? new Uint8Array(0);
	await act(bob, { type: 'accept', invitation, declined: [] });
	const object = new Uint8Array(16).fill(5);
	await act(ana, { type: 'write', object, rev: 1, hash: new Uint8Array(32).fill(6) });
	const { rotation } = await makeRotation(ledger, founded.key, [], deps);
	await act(ana, { type: 'rotate', rotation });
	return { id: bytesToHex(founded.id), entries: entries.map(bytesToHex) };
};
