import { bytesToHex, type Random, type Result } from '@navette/core';
import { type EnvelopeError, type EnvelopeKey, openEnvelope, sealEnvelope } from '@navette/crypto';

const contextOf = (tenant: string, ledger: Uint8Array, seq: number) => [
	...[tenant, 'ENTRY', bytesToHex(ledger), '', seq],
];

/**
 * An entry of a ledger that only its owner reads (the devices of an account), sealed: the server
 * keeps it and sees neither who signed nor what. `seq` binds it to its place.
 */
export const sealEntry = (
	key: EnvelopeKey,
	place: { readonly tenant: string; readonly ledger: Uint8Array; readonly seq: number },
	entry: Uint8Array,
	deps: { readonly random: Random },
): Promise<Uint8Array> =>
	sealEnvelope(key, contextOf(place.tenant, place.ledger, place.seq), entry, deps);

/** Opens it; the entry is then read like any other. */
export const openEntry = (
	key: EnvelopeKey,
	place: { readonly tenant: string; readonly ledger: Uint8Array; readonly seq: number },
	bytes: Uint8Array,
): Promise<Result<Uint8Array, EnvelopeError>> =>
	openEnvelope(key, contextOf(place.tenant, place.ledger, place.seq), bytes);
