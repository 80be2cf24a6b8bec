import { decodeCanonicalCbor, encodeCbor } from '@navette/codec';
import { equalBytes, err, ok, type Random, type Result } from '@navette/core';
import {
	type HashLabel,
	hash,
	isStrictPublicKey,
	parseSealingPublicKey,
	type SealingKey,
	type SealingPublicKey,
	type SigningKey,
	sealingKeyFromSeed,
	signingKeyFromSeed,
} from '@navette/crypto';
import * as v from 'valibot';
import { bytesOf, Count, ID_LENGTH, Word } from './bytes-of.ts';
import { parseExactly } from './parse-exactly.ts';

/** What an identity is the identity of; each type has ids of its own, never taken for another's. */
export type IdentityType = 'avatar' | 'device' | 'instance' | 'user';

/** Somebody, or something, that signs and to whom things are sealed. Its id is the hash of `genesis`. */
export interface Identity {
	readonly type: IdentityType;
	/** 20 bytes. */
	readonly id: Uint8Array;
	readonly tenant: string;
	/** Ed25519, 32 bytes. */
	readonly signing: Uint8Array;
	/** X-Wing, 1216 bytes. */
	readonly sealing: SealingPublicKey;
	/** The bytes that the id is the hash of: what is published. */
	readonly genesis: Uint8Array;
}

/** An identity of ours, with its private keys. */
export interface OwnIdentity extends Identity {
	readonly signingKey: SigningKey;
	readonly sealingKey: SealingKey;
}

/** The two secrets of an identity, 32 bytes each: what is kept in a sealed sheet. */
export interface IdentitySeeds {
	readonly signing: Uint8Array;
	readonly sealing: Uint8Array;
}

const LABELS: Readonly<Record<IdentityType, HashLabel>> = {
	avatar: 'nv/avatar',
	device: 'nv/device-id',
	instance: 'nv/instance',
	user: 'nv/user',
};

const Genesis = v.strictObject({
	v: v.literal(1),
	type: v.picklist(['avatar', 'device', 'instance', 'user']),
	tenant: Word,
	signing: bytesOf(32),
	sealing: bytesOf(1216),
	random: bytesOf(16),
	at: Count,
});

const idOf = (type: IdentityType, genesis: Uint8Array): Uint8Array =>
	hash(LABELS[type], genesis).slice(0, ID_LENGTH);

/** Two fresh secrets. */
export const drawSeeds = (deps: { readonly random: Random }): IdentitySeeds => ({
	signing: deps.random.bytes(32),
	sealing: deps.random.bytes(32),
});

/** Gives birth to an identity. `at` in ms since 1970, what its owner's clock says. */
export const createIdentity = async (
	about: { readonly type: IdentityType; readonly tenant: string; readonly at: number },
	seeds: IdentitySeeds,
	deps: { readonly random: Random },
): Promise<OwnIdentity> => {
	const signingKey = await signingKeyFromSeed(seeds.signing);
	const sealingKey = sealingKeyFromSeed(seeds.sealing);
	const keys = { signing: signingKey.publicKey, sealing: sealingKey.publicKey };
	const genesis = encodeCbor({ v: 1, ...about, ...keys, random: deps.random.bytes(16) });
	const { type, tenant } = about;
	return { type, tenant, id: idOf(type, genesis), ...keys, genesis, signingKey, sealingKey };
};

/** Takes up an identity of ours again. `id-mismatch` = these are not its secrets. */
export const openIdentity = async (
	identity: Identity,
	seeds: IdentitySeeds,
): Promise<Result<OwnIdentity, 'id-mismatch'>> => {
	const signingKey = await signingKeyFromSeed(seeds.signing);
	const sealingKey = sealingKeyFromSeed(seeds.sealing);
	const isOurs =
		equalBytes(signingKey.publicKey, identity.signing) &&
		equalBytes(sealingKey.publicKey, identity.sealing);
	return isOurs ? ok({ ...identity, signingKey, sealingKey }) : err('id-mismatch');
};

/** What an identity must be, in the eyes of whoever receives its genesis. */
export interface ExpectedIdentity {
	readonly type: IdentityType;
	readonly tenant: string;
	/** The id that came by a way that is trusted: a scan, an invitation, a signed entry. */
	readonly id?: Uint8Array;
}

/** An identity from the bytes that somebody, perhaps hostile, gives for it. */
export const parseIdentity = (
	bytes: Uint8Array,
	expected: ExpectedIdentity,
): Result<Identity, 'malformed' | 'id-mismatch'> => {
	const decoded = decodeCanonicalCbor(bytes);
	const parsed = decoded.ok ? parseExactly(Genesis, decoded.value) : undefined;
	if (parsed === undefined) return err('malformed');
	const { type, tenant, signing } = parsed;
	const sealing = parseSealingPublicKey(parsed.sealing);
	if (!sealing.ok || !isStrictPublicKey(signing)) return err('malformed');
	const id = idOf(type, bytes);
	const isExpected =
		type === expected.type &&
		tenant === expected.tenant &&
		(expected.id === undefined || equalBytes(id, expected.id));
	if (!isExpected) return err('id-mismatch');
	return ok({ type, tenant, id, signing, sealing: sealing.value, genesis: bytes.slice() });
};
