import { createHash } from 'node:crypto';
import { bytesToBase64Url } from '@navette/core';
import type { ByteStream } from '@navette/storage';
import type { AnnouncedContent } from './loose-note.ts';

/** A content is not what was announced; thrown through the store that was receiving it. */
export class WrongContent extends Error {
	override readonly name = 'WrongContent';
}

/** A content does not come in time, or its sender broke off; thrown through the store. */
export class BrokenContent extends Error {
	override readonly name = 'BrokenContent';
}

/** The bytes of a sender: its own errors are told apart from those of the store. */
export async function* received(
	content: ByteStream,
	isLate: () => boolean,
): AsyncGenerator<Uint8Array> {
	const iterator = content[Symbol.asyncIterator]();
	try {
		for (;;) {
			const next = await iterator.next().catch((error: unknown) => {
				throw new BrokenContent('the sender broke off', { cause: error });
			});
			if (next.done) return;
			if (isLate()) throw new BrokenContent('the content does not come in time');
			yield next.value;
		}
	} finally {
		await iterator.return?.();
	}
}

/** The same bytes; throws `WrongContent` before their end when they are not those announced. */
export async function* verified(
	content: ByteStream,
	announced: AnnouncedContent,
): AsyncGenerator<Uint8Array> {
	const hash = createHash('sha256');
	let size = 0;
	let held: Uint8Array | undefined;
	for await (const part of content) {
		size += part.length;
		if (size > announced.size) throw new WrongContent('longer than announced');
		hash.update(part);
		if (held) yield held;
		held = part;
	}
	if (size !== announced.size) throw new WrongContent('shorter than announced');
	if (bytesToBase64Url(hash.digest()) !== announced.digest)
		throw new WrongContent('another digest than announced');
	if (held) yield held;
}

/** The same bytes; throws `WrongContent` before their end when they are not `size`. */
export async function* sized(content: ByteStream, size: number): AsyncGenerator<Uint8Array> {
	let length = 0;
	for await (const part of content) {
		length += part.length;
		if (length > size) throw new WrongContent('longer than a segment');
		yield part;
	}
	if (length !== size) throw new WrongContent('shorter than a segment');
}

/** Whether bytes read back are those announced. */
export const isAsAnnounced = async (
	content: ByteStream,
	announced: AnnouncedContent,
): Promise<boolean> => {
	try {
		for await (const _ of verified(content, announced));
		return true;
	} catch (error) {
		if (error instanceof WrongContent) return false;
		throw error;
	}
};
