import { base64UrlToBytes } from '@navette/core';
import { type DocumentType, fileNameOf } from '@navette/model';
import { isFid } from '@navette/storage';
import type { ClearDescriptor, FileDescriptor } from './descriptor.ts';

/** A content to attach. A clear type needs its name and type; a sealed one keeps them to itself. */
export interface Attachment {
	readonly fid: string;
	/** Bytes, as announced. */
	readonly size: number;
	/** SHA-256 as announced, unpadded base64url; a sealed type may leave it out. */
	readonly digest?: string;
	readonly name?: string;
	/** Media type. */
	readonly type?: string;
}

const MEDIA = /^[a-z0-9][a-z0-9!#$&^_.+-]{0,126}\/[a-z0-9][a-z0-9!#$&^_.+-]{0,126}$/;

/** Whether a text is a SHA-256 in unpadded base64url. */
export const isDigest = (text: string): boolean => base64UrlToBytes(text)?.length === 32;

/** An attachment that was looked at: its part that a clear type shows. */
export interface CheckedAttachment {
	readonly fid: string;
	readonly size: number;
	readonly digest: string | undefined;
	readonly clear: ClearDescriptor | undefined;
}

/** What of an attachment is not accepted, in one word, or the attachment. */
export const checkAttachment = (
	type: DocumentType,
	file: Attachment,
): CheckedAttachment | 'fid' | 'size' | 'digest' | 'name' | 'type' => {
	const { fid, size, digest } = file;
	if (!isFid(fid)) return 'fid';
	if (!Number.isSafeInteger(size) || size < 0) return 'size';
	if (digest !== undefined && !isDigest(digest)) return 'digest';
	if (type.sealing === 'sealed') return { fid, size, digest, clear: undefined };
	if (digest === undefined) return 'digest';
	const name = fileNameOf(file.name ?? '');
	if (name === undefined) return 'name';
	const media = file.type?.toLowerCase() ?? 'application/octet-stream';
	if (!MEDIA.test(media)) return 'type';
	return { fid, size, digest, clear: { name, type: media, digest } };
};

/** An attachment as `files` shows it within the operation that asks for it, before it is checked. */
export const attachmentToDescriptor = (
	type: DocumentType,
	file: Attachment,
	time: number,
): FileDescriptor => {
	const checked = checkAttachment(type, file);
	const clear = typeof checked === 'string' ? undefined : checked.clear;
	return { fid: file.fid, size: file.size, time, ...(clear ? { clear } : {}) };
};
