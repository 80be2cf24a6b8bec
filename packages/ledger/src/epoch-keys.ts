import { bytesToHex, err, ok, type Random, type Result } from '@navette/core';
import {
	envelopeKeyFromSecret,
	equalConstantTime,
	hash,
	openEnvelope,
	openSealed,
	sealEnvelope,
	sealTo,
} from '@navette/crypto';
import type { Identity, OwnIdentity } from './identity.ts';

/** Where an epoch key belongs. */
export interface EpochPlace {
	readonly tenant: string;
	/** 16 random bytes of the first entry: they name the ledger before its id is known */
	readonly origin: Uint8Array;
	readonly epoch: number;
}

/** The keys of a ledger that somebody holds, by the number of their epoch; 32 bytes each. */
export type EpochRing = ReadonlyMap<number, Uint8Array>;

const KEY_LENGTH = 32;

/** 32 bytes that an entry publishes of a key, so that no other can be taken for it. */
export const epochKeyHash = ({ tenant, origin, epoch }: EpochPlace, key: Uint8Array): Uint8Array =>
	hash('nv/epoch-key', tenant, origin, epoch, key);

const context = (part: string, { tenant, origin, epoch }: EpochPlace, id = '') => [
	...[tenant, 'LEDGER', bytesToHex(origin), part],
	...[epoch, id],
];

/** An epoch key, sealed to one member. */
export const sealEpochKey = (
	place: EpochPlace,
	key: Uint8Array,
	member: Identity,
	deps: { readonly random: Random },
): Promise<Uint8Array> =>
	sealTo(member.sealing, context('epoch', place, bytesToHex(member.id)), key, deps);

/** Opens an epoch key sealed to us, and holds it against what the signed entry says of it. */
export const openEpochKey = async (
	place: EpochPlace,
	sealed: Uint8Array,
	keyHash: Uint8Array,
	us: OwnIdentity,
): Promise<Result<Uint8Array, 'key'>> => {
	const opened = await openSealed(
		us.sealingKey,
		context('epoch', place, bytesToHex(us.id)),
		sealed,
	);
	return opened.ok ? checked(place, opened.value, keyHash) : err('key');
};

const checked = (
	place: EpochPlace,
	key: Uint8Array,
	keyHash: Uint8Array,
): Result<Uint8Array, 'key'> => {
	const isIt = key.length === KEY_LENGTH && equalConstantTime(epochKeyHash(place, key), keyHash);
	return isIt ? ok(key) : err('key');
};

const wrapKey = (key: Uint8Array) => envelopeKeyFromSecret(key, 'nv/key/epoch-wrap');

/** The key of the epoch before, under the one of `place`: whoever has this one reads the history. */
export const wrapEarlierKey = async (
	place: EpochPlace,
	key: Uint8Array,
	earlier: Uint8Array,
	deps: { readonly random: Random },
): Promise<Uint8Array> =>
	sealEnvelope(await wrapKey(key), context('earlier', place), earlier, deps);

/** Opens the key of the epoch before `place.epoch`. `keyHash` = what its own entry said of it. */
export const openEarlierKey = async (
	place: EpochPlace,
	key: Uint8Array,
	wrapped: Uint8Array,
	keyHash: Uint8Array,
): Promise<Result<Uint8Array, 'key'>> => {
	const opened = await openEnvelope(await wrapKey(key), context('earlier', place), wrapped);
	const before = { ...place, epoch: place.epoch - 1 };
	return opened.ok ? checked(before, opened.value, keyHash) : err('key');
};
