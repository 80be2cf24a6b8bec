import { decodeCbor, encodeCbor } from '@navette/codec';
import {
	base64UrlToBytes,
	bytesToBase64Url,
	err,
	ok,
	type Random,
	type Result,
} from '@navette/core';
import {
	type EnvelopeKey,
	envelopeKeyFromSecret,
	hash,
	openEnvelope,
	sealEnvelope,
} from '@navette/crypto';
import { GrantedRight } from '@navette/protocol';
import * as v from 'valibot';
import type { Fault } from './directory-client-deps.ts';

const Bytes = v.custom<Uint8Array>((value) => value instanceof Uint8Array);
const Bytes32 = v.pipe(
	Bytes,
	v.check((bytes) => bytes.length === 32, '32 bytes'),
);

/** A value proposed when a form asks for it, never imposed. */
export const Preferences = v.record(v.string(), v.array(v.string()));

/** An access right, with the comment of its owner. */
export const KeptRight = v.strictObject({
	service: v.string(),
	org: v.string(),
	right: v.string(),
	comment: v.string(),
	/** Origin of the service; absent = the one that serves the pages. */
	url: v.optional(v.string()),
	/** Account of the right there. */
	account: v.optional(v.string()),
	/** What it says of itself, signed by its service. */
	granted: v.optional(GrantedRight),
});

const Sheet = v.strictObject({
	v: v.literal(1),
	rev: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
	/** Hash of the sealed revision before; empty for the first. */
	prev: Bytes,
	seeds: v.strictObject({ signing: Bytes32, sealing: Bytes32 }),
	preferences: Preferences,
	rights: v.array(KeptRight),
	/** What applications keep for the person, by name. */
	kept: v.record(v.string(), v.unknown()),
});

/** What only its owner reads. */
export type Sheet = v.InferOutput<typeof Sheet>;

/** What a device remembers of the last sheet it saw. */
export interface SheetHead {
	readonly rev: number;
	/** Hash of the sealed bytes, base64url. */
	readonly digest: string;
}

/** A sheet that was opened, with its head. */
export interface OpenSheet {
	readonly sheet: Sheet;
	readonly head: SheetHead;
}

/** A sheet as it travels. */
export interface SealedSheet {
	readonly rev: number;
	readonly bytes: string;
}

const contextOf = (realm: string, user: string, rev: number) => [realm, 'SHEET', user, rev];
const digestOf = (bytes: Uint8Array): string => bytesToBase64Url(hash('nv/entry-hash', bytes));

/** The key that seals the sheet of an account. */
export const sheetKeyOf = (accountKey: Uint8Array): Promise<EnvelopeKey> =>
	envelopeKeyFromSecret(accountKey, 'nv/key/sheet');

/** Seals a revision. */
export const sealSheet = async (
	key: EnvelopeKey,
	realm: string,
	user: string,
	sheet: Sheet,
	deps: { readonly random: Random },
): Promise<{ readonly sealed: SealedSheet; readonly head: SheetHead }> => {
	const context = contextOf(realm, user, sheet.rev);
	const bytes = await sealEnvelope(key, context, encodeCbor(sheet), deps);
	return {
		sealed: { rev: sheet.rev, bytes: bytesToBase64Url(bytes) },
		head: { rev: sheet.rev, digest: digestOf(bytes) },
	};
};

/** Whether a revision may follow what the device has seen. */
const faultAfter = (
	known: SheetHead | undefined,
	{ sheet, head }: OpenSheet,
): Fault | undefined => {
	if (!known) return undefined;
	if (head.rev < known.rev) return { kind: 'rollback' };
	if (head.rev === known.rev && head.digest !== known.digest) return { kind: 'fork' };
	const isNext = head.rev === known.rev + 1;
	return isNext && bytesToBase64Url(sheet.prev) !== known.digest ? { kind: 'fork' } : undefined;
};

/** Opens a revision, and holds it against what the device has seen. */
export const openSheet = async (
	key: EnvelopeKey,
	realm: string,
	user: string,
	sealed: SealedSheet,
	known?: SheetHead,
): Promise<Result<OpenSheet, Fault>> => {
	const forged = err({ kind: 'forged', what: 'sheet' } as const);
	const bytes = base64UrlToBytes(sealed.bytes);
	if (!bytes) return forged;
	const opened = await openEnvelope(key, contextOf(realm, user, sealed.rev), bytes);
	const decoded = opened.ok ? decodeCbor(opened.value) : undefined;
	const parsed = decoded?.ok ? v.safeParse(Sheet, decoded.value) : undefined;
	if (!parsed?.success || parsed.output.rev !== sealed.rev) return forged;
	const found = { sheet: parsed.output, head: { rev: sealed.rev, digest: digestOf(bytes) } };
	const fault = faultAfter(known, found);
	return fault ? err(fault) : ok(found);
};
