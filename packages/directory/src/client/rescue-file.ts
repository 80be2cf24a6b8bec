import { decodeCbor, encodeCbor } from '@navette/codec';
import { bytesToBase64Url } from '@navette/core';
import { envelopeKeyFromSecret, openEnvelope, sealEnvelope } from '@navette/crypto';
import * as v from 'valibot';
import { type DirectoryClientDeps, stretcherOf } from './directory-client-deps.ts';

/** What a rescue sheet holds: enough to enter, from any device. */
const RescueSheet = v.strictObject({
	first: v.string(),
	second: v.string(),
	/** Where the application is. */
	address: v.string(),
	/** When it was made, ms. */
	made: v.number(),
});
export type RescueSheet = v.InferOutput<typeof RescueSheet>;

const Bytes = v.custom<Uint8Array>((value) => value instanceof Uint8Array);
const RescueFile = v.strictObject({
	kind: v.literal('navette-rescue'),
	v: v.literal(1),
	salt: v.pipe(
		Bytes,
		v.check((bytes) => bytes.length === 16, '16 bytes'),
	),
	sealed: v.pipe(
		Bytes,
		v.check((bytes) => bytes.length <= 16_384, 'small'),
	),
});

type Deps = Pick<DirectoryClientDeps, 'random' | 'realm' | 'stretch' | 'stretcher'>;

const keyOf = async (deps: Deps, phrase: string, salt: Uint8Array) =>
	envelopeKeyFromSecret(
		await stretcherOf(deps)([phrase], [deps.realm, bytesToBase64Url(salt)], 'nv/rescue-file'),
		'nv/key/wrap',
	);

const contextOf = (realm: string) => [realm, 'RESCUE'];

/** A rescue sheet as a file that opens with a phrase of its own, Argon2id away from guessing. */
export const sealRescueFile = async (
	deps: Deps,
	phrase: string,
	sheet: RescueSheet,
): Promise<Uint8Array> => {
	const salt = deps.random.bytes(16);
	const key = await keyOf(deps, phrase, salt);
	const sealed = await sealEnvelope(key, contextOf(deps.realm), encodeCbor(sheet), deps);
	return encodeCbor({ kind: 'navette-rescue', v: 1, salt, sealed });
};

/** The sheet in a file; `undefined` when the file is none, or the phrase is not its own. */
export const openRescueFile = async (
	deps: Deps,
	phrase: string,
	bytes: Uint8Array,
): Promise<RescueSheet | undefined> => {
	const decoded = decodeCbor(bytes);
	const file = decoded.ok ? v.safeParse(RescueFile, decoded.value) : undefined;
	if (!file?.success) return undefined;
	const { salt, sealed } = file.output;
	const opened = await openEnvelope(await keyOf(deps, phrase, salt), contextOf(deps.realm), sealed);
	const inside = opened.ok ? decodeCbor(opened.value) : undefined;
	const sheet = inside?.ok ? v.safeParse(RescueSheet, inside.value) : undefined;
	return sheet?.success ? sheet.output : undefined;
};
