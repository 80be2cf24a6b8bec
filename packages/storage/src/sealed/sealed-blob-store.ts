import { type BlobPath, blobPathParts, isClientSealed } from '../blob-path.ts';
import type { BlobEntry, BlobStore, ByteStream } from '../blob-store.ts';
import { StorageFault } from '../storage-fault.ts';
import type { ContentCipher } from './content-cipher.ts';
import {
	countParts,
	cuttingFor,
	exactly,
	partsOf,
	plainSize,
	SEALED_PART,
	sealedSize,
} from './parts.ts';
import { readSealed } from './read-sealed.ts';

/** A store whose contents are sealed by the site, but for those that clients seal. */
export interface SealedBlobStore extends BlobStore {
	/** Number of the key that sealed a content; `undefined` when there is none, or clients seal it. */
	keyOf(path: BlobPath): Promise<number | undefined>;
	/** Seals a content again by the key of now, if another one did; answers whether it was. */
	reseal(path: BlobPath): Promise<boolean>;
}

/** Name of an upload: what all of its segments are sealed for, then the name within. */
const uploadToText = (size: number, key: number, inner: string): string =>
	`${size} ${key} ${inner}`;

const textToUpload = (text: string): { size: number; key: number; inner: string } => {
	const [, size, key, inner] = /^(\d+) (\d+) (.*)$/s.exec(text) ?? [];
	if (inner === undefined) throw new StorageFault('io', 'no such upload');
	return { size: Number(size), key: Number(key), inner };
};

/**
 * Contents sealed in parts before their store sees them, each part bound to its organisation, content,
 * number, and to whether it is the last: nothing can be read, moved, cut or exchanged by somebody with
 * the store. Ranges are read alone. What clients seal themselves (`isClientSealed`) passes as it is,
 * and only that may be asked from the store directly by signed requests.
 */
export const sealBlobStore = (inner: BlobStore, cipher: ContentCipher): SealedBlobStore => {
	const cutting = cuttingFor(cipher.overhead);
	const { plain } = cutting;
	const partsInSegment = Math.floor(inner.segmentBytes / SEALED_PART);
	if (partsInSegment === 0) throw new Error(`segments have at least ${SEALED_PART} bytes`);

	async function* sealed(
		path: BlobPath,
		content: ByteStream,
		whole: { readonly size: number; readonly key: number; readonly from: number },
	): AsyncGenerator<Uint8Array> {
		const { org, fid } = blobPathParts(path);
		const count = countParts(cutting, whole.size);
		let index = whole.from;
		for await (const part of partsOf(content, plain)) {
			const place = { org, fid, index, isLast: index === count - 1 };
			const bytes = cipher.seal(place, part, whole.key);
			if (!bytes) throw new StorageFault('io', `the key ${whole.key} is not there any more`);
			yield bytes;
			index++;
		}
	}

	const put = (path: BlobPath, content: ByteStream, size: number): Promise<void> => {
		const whole = { size, key: cipher.current(), from: 0 };
		const bytes = sealed(path, exactly(content, size), whole);
		return inner.put(path, bytes, sealedSize(cutting, size));
	};
	const keyOf: SealedBlobStore['keyOf'] = async (path) => {
		if (isClientSealed(path)) return undefined;
		const stream = await inner.read(path, { start: 0, end: cipher.overhead });
		if (!stream) return undefined;
		for await (const part of partsOf(stream, cipher.overhead)) return cipher.keyOf(part);
		return undefined;
	};
	const { sign } = inner;

	return {
		segmentBytes: partsInSegment * plain,
		keyOf,
		async reseal(path) {
			const key = await keyOf(path);
			if (key === undefined || key === cipher.current()) return false;
			const size = await inner.stat(path);
			const content = await readSealed(inner, cipher, cutting, path, undefined);
			if (size === undefined || !content) return false;
			await put(path, content, plainSize(cutting, size));
			return true;
		},
		async put(path, content, size) {
			await (isClientSealed(path) ? inner.put(path, content, size) : put(path, content, size));
		},
		async openUpload(path, size) {
			if (isClientSealed(path)) return inner.openUpload(path, size);
			const name = await inner.openUpload(path, sealedSize(cutting, size));
			return uploadToText(size, cipher.current(), name);
		},
		async putSegment(path, upload, number, content, size) {
			if (isClientSealed(path)) return inner.putSegment(path, upload, number, content, size);
			const { inner: name, ...whole } = textToUpload(upload);
			const from = (number - 1) * partsInSegment;
			const bytes = sealed(path, exactly(content, size), { ...whole, from });
			return inner.putSegment(path, name, number, bytes, sealedSize(cutting, size));
		},
		closeUpload: (path, upload, marks) =>
			inner.closeUpload(path, isClientSealed(path) ? upload : textToUpload(upload).inner, marks),
		async stat(path) {
			const size = await inner.stat(path);
			return size === undefined || isClientSealed(path) ? size : plainSize(cutting, size);
		},
		read: async (path, range) =>
			isClientSealed(path)
				? inner.read(path, range)
				: readSealed(inner, cipher, cutting, path, range),
		remove: (path) => inner.remove(path),
		async *list(org, branch): AsyncGenerator<BlobEntry> {
			for await (const { path, size } of inner.list(org, branch))
				yield { path, size: isClientSealed(path) ? size : plainSize(cutting, size) };
		},
		...(sign
			? {
					sign: {
						put: async (path, content, seconds) =>
							isClientSealed(path) ? sign.put(path, content, seconds) : undefined,
						get: async (path, presentation, seconds) =>
							isClientSealed(path) ? sign.get(path, presentation, seconds) : undefined,
					},
				}
			: {}),
		close: () => inner.close(),
	};
};
