import type { Random } from '@navette/core';
import {
	type EnvelopeKey,
	envelopeKeyFromBytes,
	openEnvelope,
	sealEnvelope,
} from '@navette/crypto';

/** A secret of 32 bytes in memory, in forms that no dump of the page's objects shows. */
export interface KeyHolder {
	/** The key, for stores; no script reads its bytes. */
	readonly key: EnvelopeKey;
	/** Lends the bytes for as long as `work` runs, then wipes them: to seal them for somebody else. */
	withBytes<T>(work: (bytes: Uint8Array) => Promise<T>): Promise<T>;
}

const CONTEXT = ['device', 'key-in-memory'] as const;

/** Takes the bytes, which it wipes. */
export const holdKey = async (bytes: Uint8Array, random: Random): Promise<KeyHolder> => {
	const key = await envelopeKeyFromBytes(bytes);
	const pageKey = await envelopeKeyFromBytes(random.bytes(32));
	const sealed = await sealEnvelope(pageKey, CONTEXT, bytes, { random });
	bytes.fill(0);
	return {
		key,
		async withBytes(work) {
			const opened = await openEnvelope(pageKey, CONTEXT, sealed);
			if (!opened.ok) throw new Error('a key sealed on this page does not open on it');
			try {
				return await work(opened.value);
			} finally {
				opened.value.fill(0);
			}
		},
	};
};
