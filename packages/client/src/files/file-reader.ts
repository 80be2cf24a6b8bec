import { bytesToBase64Url, err, type Result } from '@navette/core';
import { createDigest } from '@navette/crypto';
import type { WireError } from '@navette/protocol';
import type { Exchange, FileAsked } from '../exchange.ts';
import { localError } from '../local-error.ts';

/** A content to read, with the digest that its document says: SHA-256, unpadded base64url. */
export interface FileToRead extends FileAsked {
	readonly digest: string;
}

/** Reads whole contents, small enough for memory. `E-FILE` there is none for this account; `E-DEFECT` other bytes came. */
export type ReadFile = (file: FileToRead) => Promise<Result<Uint8Array, WireError>>;

/** Reads contents, and believes none that is not what its document says. */
export const createFileReader =
	(exchange: Pick<Exchange, 'content'>): ReadFile =>
	async ({ digest, ...asked }) => {
		const read = await exchange.content(asked);
		if (!read.ok) return read;
		const seen = createDigest();
		seen.add(read.value);
		return bytesToBase64Url(seen.end()) === digest ? read : err(localError('E-DEFECT'));
	};
