import { bytesToHex, err, ok, type Result } from '@navette/core';
import * as v from 'valibot';
import { bytesUpTo, Hash, Id, Word } from '../bytes-of.ts';
import type { Entry } from '../entry.ts';
import { type Identity, parseIdentity } from '../identity.ts';
import type { LedgerFault } from '../ledger-fault.ts';
import type { LedgerRules } from '../ledger-rules.ts';
import { parseExactly } from '../parse-exactly.ts';

/** One device of an account. */
export interface LedgerDevice {
	readonly identity: Identity;
	/** false once revoked: it stays in the list, and signs nothing more */
	readonly isActive: boolean;
}

/** What the ledger of an account says. Maps by hexadecimal id. */
export interface DeviceState {
	/** The account itself: signs with a key that the sheet holds. */
	readonly account: Identity;
	readonly devices: ReadonlyMap<string, LedgerDevice>;
	/** Hash of what opens the entry of each alias slot at the directory, by slot. */
	readonly aliases: ReadonlyMap<string, Uint8Array>;
}

const Op = v.variant('type', [
	/** an account's or an active device's word that a device is one of the account's */
	v.strictObject({ type: v.literal('add'), device: bytesUpTo(4096) }),
	v.strictObject({ type: v.literal('revoke'), device: Id }),
	/** an alias was set or replaced: hash of its lookup id */
	v.strictObject({ type: v.literal('alias'), slot: Word, lookup: Hash }),
]);

const Open = v.strictObject({
	type: v.literal('open'),
	kind: v.literal('devices'),
	founder: bytesUpTo(4096),
});

/** Operations of the ledger of an account. */
export type DeviceOp = v.InferOutput<typeof Op>;

const add = (state: DeviceState, genesis: Uint8Array, tenant: string) => {
	const parsed = parseIdentity(genesis, { type: 'device', tenant });
	if (!parsed.ok) return parsed;
	const name = bytesToHex(parsed.value.id);
	if (state.devices.has(name)) return err('forbidden' as const);
	const device = { identity: parsed.value, isActive: true };
	return ok({ ...state, devices: new Map(state.devices).set(name, device) });
};

const revoke = (state: DeviceState, id: Uint8Array): Result<DeviceState, LedgerFault> => {
	const name = bytesToHex(id);
	const device = state.devices.get(name);
	if (!device?.isActive) return err('forbidden');
	const revoked = { ...device, isActive: false };
	return ok({ ...state, devices: new Map(state.devices).set(name, revoked) });
};

/**
 * The devices and aliases of one account. The account's key and each active device may add and
 * revoke; nobody who lacks one of those keys can, however much of the server is theirs.
 */
export const deviceRules: LedgerRules<DeviceState> = {
	kind: 'devices',
	open(op, entry) {
		const parsed = parseExactly(Open, op);
		if (parsed === undefined) return err('malformed');
		const founder = parseIdentity(parsed.founder, { type: 'user', tenant: entry.tenant });
		if (!founder.ok) return founder;
		const state = { account: founder.value, devices: new Map(), aliases: new Map() };
		return ok({ state, founder: founder.value });
	},
	signerOf(state, author) {
		const name = bytesToHex(author);
		if (name === bytesToHex(state.account.id)) return state.account.signing;
		const device = state.devices.get(name);
		return device?.isActive ? device.identity.signing : undefined;
	},
	epochOf: () => 0,
	apply(state, op, entry: Entry) {
		const asked = parseExactly(Op, op);
		if (asked === undefined) return err('malformed');
		if (asked.type === 'add') return add(state, asked.device, entry.tenant);
		if (asked.type === 'revoke') return revoke(state, asked.device);
		const aliases = new Map(state.aliases).set(asked.slot, asked.lookup);
		return ok({ ...state, aliases });
	},
};
