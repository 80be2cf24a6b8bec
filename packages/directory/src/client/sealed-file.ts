import { decodeCbor, encodeCbor } from '@navette/codec';
import { bytesToBase64Url, err, ok, type Result } from '@navette/core';
import { envelopeKeyFromSecret, hash, openEnvelope, sealEnvelope } from '@navette/crypto';
import * as v from 'valibot';
import { type DirectoryClientDeps, stretcherOf } from './directory-client-deps.ts';

/** What a file holds: enough to enter, or what the sheet says. */
export type FileKind = 'rescue' | 'sheet';

/**
 * Why a file does not open: `other` = it is none of this kind; `damaged` = it is not as it was written;
 * `phrase` = it is not its phrase.
 */
export type FileFault = 'damaged' | 'other' | 'phrase';

const MOST = 256 * 1024;
const Bytes = v.custom<Uint8Array>((value) => value instanceof Uint8Array);
const bytesOf = (count: number) =>
	v.pipe(
		Bytes,
		v.check(({ length }) => length === count, `${count} bytes`),
	);
const SealedFile = v.strictObject({
	kind: v.string(),
	v: v.literal(1),
	salt: bytesOf(16),
	sealed: v.pipe(
		Bytes,
		v.check(({ length }) => length <= MOST, 'small'),
	),
	/** Tells a damaged file from a wrong phrase; it protects nothing. */
	sum: bytesOf(32),
});

type Deps = Pick<DirectoryClientDeps, 'random' | 'realm' | 'stretch' | 'stretcher'>;

const keyOf = async (deps: Deps, phrase: string, salt: Uint8Array) =>
	envelopeKeyFromSecret(
		await stretcherOf(deps)([phrase], [deps.realm, bytesToBase64Url(salt)], 'nv/rescue-file'),
		'nv/key/wrap',
	);

const contextOf = (realm: string, kind: FileKind) => [realm, kind.toUpperCase()];
const sumOf = (salt: Uint8Array, sealed: Uint8Array) => hash('nv/body', salt, sealed);
const isSame = (one: Uint8Array, other: Uint8Array) =>
	bytesToBase64Url(one) === bytesToBase64Url(other);

/** A value as a file that opens with a phrase of its own, Argon2id away from guessing. */
export const sealFile = async (
	deps: Deps,
	kind: FileKind,
	phrase: string,
	value: unknown,
): Promise<Uint8Array> => {
	const salt = deps.random.bytes(16);
	const key = await keyOf(deps, phrase, salt);
	const sealed = await sealEnvelope(key, contextOf(deps.realm, kind), encodeCbor(value), deps);
	return encodeCbor({ kind: `navette-${kind}`, v: 1, salt, sealed, sum: sumOf(salt, sealed) });
};

/** The value in a file. */
export const openFile = async <Schema extends v.GenericSchema>(
	deps: Deps,
	kind: FileKind,
	schema: Schema,
	phrase: string,
	bytes: Uint8Array,
): Promise<Result<v.InferOutput<Schema>, FileFault>> => {
	const decoded = bytes.length <= 2 * MOST ? decodeCbor(bytes) : undefined;
	const file = decoded?.ok ? v.safeParse(SealedFile, decoded.value) : undefined;
	if (!file?.success) return err('other');
	const { salt, sealed, sum } = file.output;
	if (file.output.kind !== `navette-${kind}`) return err('other');
	if (!isSame(sum, sumOf(salt, sealed))) return err('damaged');
	const key = await keyOf(deps, phrase, salt);
	const opened = await openEnvelope(key, contextOf(deps.realm, kind), sealed);
	if (!opened.ok) return err('phrase');
	const inside = decodeCbor(opened.value);
	const parsed = inside.ok ? v.safeParse(schema, inside.value) : undefined;
	return parsed?.success ? ok(parsed.output) : err('other');
};
