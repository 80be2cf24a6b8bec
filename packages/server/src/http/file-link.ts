import { createCipheriv, createDecipheriv } from 'node:crypto';
import { decodeCbor, encodeCbor } from '@navette/codec';
import { base64UrlToBytes, bytesToBase64Url } from '@navette/core';
import type { FileRequest } from '@navette/engine';

/** What a link of the server's own says: which file, for whom, until when. */
export interface FileLinkContent {
	readonly org: string;
	/** Hash of the token of who asked: their rights are looked at again when the link is followed. */
	readonly holder: string;
	readonly file: FileRequest;
	/** ms */
	readonly expires: number;
}

const NONCE = 12;
const TAG = 16;

/** Seals a link (AES-256-GCM), so that an address tells neither the document nor who asked. */
export const sealLink = (
	key: Uint8Array,
	nonce: Uint8Array,
	{ org, holder, file, expires }: FileLinkContent,
): string => {
	const cipher = createCipheriv('aes-256-gcm', key, nonce.subarray(0, NONCE));
	const text = encodeCbor([org, holder, file.type, file.id, file.fid, expires]);
	const sealed = Buffer.concat([cipher.update(text), cipher.final()]);
	return bytesToBase64Url(Buffer.concat([nonce.subarray(0, NONCE), sealed, cipher.getAuthTag()]));
};

/** What a link says, or `undefined` when this server did not seal it. */
export const openLink = (key: Uint8Array, link: string): FileLinkContent | undefined => {
	const bytes = base64UrlToBytes(link);
	if (!bytes || bytes.length < NONCE + TAG) return undefined;
	const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, NONCE));
	decipher.setAuthTag(bytes.subarray(-TAG));
	try {
		const text = [decipher.update(bytes.subarray(NONCE, -TAG)), decipher.final()];
		const decoded = decodeCbor(Buffer.concat(text));
		if (!decoded.ok) return undefined;
		const [org, holder, type, id, fid, expires] = decoded.value as [
			...[string, string, string, string, string, number],
		];
		return { org, holder, file: { type, id, fid }, expires };
	} catch {
		return undefined;
	}
};
