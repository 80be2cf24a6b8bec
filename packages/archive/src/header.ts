import { createHash, hkdfSync } from 'node:crypto';
import { bytesToHex, concatBytes, err, ok, type Random, type Result } from '@navette/core';
import { openSealed, type SealingKey, type SealingPublicKey, sealTo } from '@navette/crypto';
import type { ArchiveFault } from './archive-fault.ts';
import type { ArchiveSource } from './archive-file.ts';

/*
 * 0..7     magic: "NAVETTE" then 26
 * 8        version of the format = 1
 * 9        way of the key: 0 = in the clear, 1 = sealed to a public key (X-Wing)
 * 10..25   id of the archive, 16 random bytes
 * 26..29   length of the key part, big endian
 * 30..     key part: the 32 bytes of the key, or these sealed (`sealTo`, context "archive", id in hex)
 *
 * key of the chunks = HKDF-SHA256(key, salt = SHA-256 of the header, info = "navette/archive/1", 32)
 */
const MAGIC = Uint8Array.of(...Buffer.from('NAVETTE'), 26);
const VERSION = 1;
const IN_CLEAR = 0;
const SEALED = 1;
const FIXED = 30;
const KEY = 32;
const LONGEST_KEY_PART = 8_192;

/** What stands before the chunks of an archive. */
export interface Header {
	/** 32 hexadecimal digits, given once. */
	readonly id: string;
	/** Where the chunks begin. */
	readonly length: number;
	readonly isSealed: boolean;
	readonly bytes: Uint8Array;
}

const contextOf = (id: string): readonly string[] => ['archive', id];

/** A fresh header, with the key that it carries. */
export const createHeader = async (
	random: Random,
	to: SealingPublicKey | undefined,
): Promise<{ readonly header: Header; readonly key: Uint8Array }> => {
	const key = random.bytes(KEY);
	const archive = random.bytes(16);
	const id = bytesToHex(archive);
	const part = to ? await sealTo(to, contextOf(id), key, { random }) : key;
	const length = new Uint8Array(4);
	new DataView(length.buffer).setUint32(0, part.length);
	const way = to ? SEALED : IN_CLEAR;
	const bytes = concatBytes(MAGIC, Uint8Array.of(VERSION, way), archive, length, part);
	return { header: { id, length: bytes.length, isSealed: way === SEALED, bytes }, key };
};

/** The header of an archive. */
export const readHeader = async (file: ArchiveSource): Promise<Result<Header, ArchiveFault>> => {
	const fixed = await file.read(0, FIXED);
	if (fixed.length < FIXED || !Buffer.from(fixed.subarray(0, 8)).equals(MAGIC))
		return err({ code: 'foreign' });
	const [version = 0, way = 0] = fixed.subarray(8, 10);
	if (version !== VERSION) return err({ code: 'version', version });
	const partLength = new DataView(fixed.buffer, fixed.byteOffset).getUint32(26);
	const isAsKnown = way === SEALED || (way === IN_CLEAR && partLength === KEY);
	if (!isAsKnown || partLength > LONGEST_KEY_PART)
		return err({ code: 'damaged', at: 9, why: 'the header' });
	const part = await file.read(FIXED, partLength);
	if (part.length < partLength) return err({ code: 'unfinished' });
	const id = bytesToHex(fixed.subarray(10, 26));
	const bytes = concatBytes(fixed, part);
	return ok({ id, length: bytes.length, isSealed: way === SEALED, bytes });
};

/** The key that a header carries. */
export const openHeader = async (
	header: Header,
	key: SealingKey | undefined,
): Promise<Result<Uint8Array, ArchiveFault>> => {
	const part = header.bytes.subarray(FIXED);
	if (!header.isSealed) return ok(part);
	if (!key) return err({ code: 'key-missing' });
	const opened = await openSealed(key, contextOf(header.id), part);
	return opened.ok ? opened : err({ code: 'key-wrong' });
};

/** The key of the chunks: another header, by a bit, gives another. */
export const chunkKeyOf = (header: Header, key: Uint8Array): Uint8Array => {
	const salt = createHash('sha256').update(header.bytes).digest();
	return new Uint8Array(hkdfSync('sha256', key, salt, 'navette/archive/1', KEY));
};
