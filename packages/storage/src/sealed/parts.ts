import type { ByteStream } from '../blob-store.ts';
import { StorageFault } from '../storage-fault.ts';

/** Bytes of a sealed part, but the last, which may be shorter. */
export const SEALED_PART = 65_536;

/** How a content is cut: parts of `plain` bytes each, which become `SEALED_PART` when sealed. */
export interface Cutting {
	readonly overhead: number;
	readonly plain: number;
}

export const cuttingFor = (overhead: number): Cutting => ({
	overhead,
	plain: SEALED_PART - overhead,
});

/** Parts of a content; an empty one has one, empty. */
export const countParts = ({ plain }: Cutting, size: number): number =>
	Math.max(1, Math.ceil(size / plain));

/** Bytes of a content once sealed. */
export const sealedSize = (cutting: Cutting, size: number): number =>
	size + cutting.overhead * countParts(cutting, size);

/** Bytes of a content from those it has sealed. */
export const plainSize = ({ overhead }: Cutting, sealed: number): number =>
	sealed - overhead * Math.max(1, Math.ceil(sealed / SEALED_PART));

/** The same bytes in parts of `length`, the last one shorter; nothing gives one empty part. */
export async function* partsOf(content: ByteStream, length: number): AsyncGenerator<Uint8Array> {
	let gathered = new Uint8Array(length);
	let filled = 0;
	let isEmpty = true;
	for await (const bytes of content) {
		for (let at = 0; at < bytes.length; ) {
			if (filled === length) {
				yield gathered;
				gathered = new Uint8Array(length);
				filled = 0;
				isEmpty = false;
			}
			const some = bytes.subarray(at, at + length - filled);
			gathered.set(some, filled);
			filled += some.length;
			at += some.length;
		}
	}
	if (filled > 0 || isEmpty) yield gathered.subarray(0, filled);
}

/** Passes a content on, and throws when it has another size than announced. */
export async function* exactly(content: ByteStream, size: number): AsyncGenerator<Uint8Array> {
	let came = 0;
	for await (const bytes of content) {
		came += bytes.length;
		if (came > size) break;
		yield bytes;
	}
	if (came !== size) throw new StorageFault('io', 'the content has not the size announced');
}
