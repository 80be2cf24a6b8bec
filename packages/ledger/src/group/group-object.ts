import { bytesToHex, equalBytes, err, ok, type Random, type Result } from '@navette/core';
import { envelopeKeyFromSecret, hash, openEnvelope, sealEnvelope } from '@navette/crypto';
import type { EpochRing } from '../epoch-keys.ts';
import type { Ledger } from '../ledger.ts';
import { type GroupState, presentEpoch } from './group-state.ts';
import { objectOf } from './object-index.ts';

/** Why the bytes of an object are not believed. */
export type ObjectFault =
	/** no entry speaks of it */
	| 'unknown'
	/** an older revision, another object, or changed bytes */
	| 'stale'
	/** we do not hold the key of its epoch */
	| 'key'
	/** the bytes are those of the entry, and do not open: its author cheated */
	| 'refused';

const contextOf = (ledger: Ledger<GroupState>, object: Uint8Array, rev: number, epoch: number) => [
	...[ledger.tenant, 'OBJECT', bytesToHex(ledger.id)],
	...[bytesToHex(object), 'data', rev, epoch],
];

const keyOf = (epochKey: Uint8Array, object: Uint8Array) =>
	envelopeKeyFromSecret(epochKey, 'nv/key/doc', object);

const hashOf = (sealed: Uint8Array): Uint8Array => hash('nv/body', sealed);

/** Seals the next revision of an object (16 bytes name it): the bytes, and the `write` to sign. */
export const sealObject = async (
	ledger: Ledger<GroupState>,
	epochKey: Uint8Array,
	object: Uint8Array,
	data: Uint8Array,
	deps: { readonly random: Random },
) => {
	const rev = (objectOf(ledger.state.objects, bytesToHex(object))?.rev ?? 0) + 1;
	const context = contextOf(ledger, object, rev, presentEpoch(ledger.state).number);
	const bytes = await sealEnvelope(await keyOf(epochKey, object), context, data, deps);
	return { bytes, op: { type: 'write', object, rev, hash: hashOf(bytes) } } as const;
};

/** Opens the bytes that a server gives for an object, if they are those of its last signed write. */
export const openObject = async (
	ledger: Ledger<GroupState>,
	ring: EpochRing,
	object: Uint8Array,
	bytes: Uint8Array,
): Promise<Result<Uint8Array, ObjectFault>> => {
	const written = objectOf(ledger.state.objects, bytesToHex(object));
	if (written === undefined) return err('unknown');
	if (!equalBytes(hashOf(bytes), written.hash)) return err('stale');
	const epochKey = ring.get(written.epoch);
	if (epochKey === undefined) return err('key');
	const context = contextOf(ledger, object, written.rev, written.epoch);
	const opened = await openEnvelope(await keyOf(epochKey, object), context, bytes);
	return opened.ok ? ok(opened.value) : err('refused');
};
