import type { Random } from '@navette/core';
import type { Aead } from './aead.ts';
import { defaultAead } from './default-aead.ts';
import type { ToSeal } from './envelope-batch.ts';
import type { EnvelopeKey } from './envelope-key.ts';
import { HEADER_LENGTH, headerBytes, PLACE_AT, SUITE_SERIES, TAG_LENGTH } from './layout.ts';
import { paddedLength, padInto } from './padding.ts';
import { createAssociated, ivOf, SALT_LENGTH, seriesKeyOf } from './series-key.ts';

/**
 * Seals many contents at once, in order: one key is derived for all of them, where `sealEnvelope`
 * derives one each. Every envelope stands alone afterwards, and is as long. Suite 3, format `nv1`.
 * They are views of one array: copy those that are kept long after the others.
 */
export const sealSeries = async (
	key: EnvelopeKey,
	items: readonly ToSeal[],
	deps: { readonly random: Random; readonly aead?: Aead },
): Promise<readonly Uint8Array<ArrayBuffer>[]> => {
	const salt = deps.random.bytes(SALT_LENGTH);
	const { cipher, commitment } = await seriesKeyOf(key, salt, deps.aead ?? defaultAead);
	const nonce = new Uint8Array(SALT_LENGTH + 4);
	nonce.set(salt);
	const header = headerBytes(SUITE_SERIES, nonce, commitment);
	const places = new DataView(header.buffer);
	const associated = createAssociated();
	const lengths = items.map(({ data }) => paddedLength(data));
	const all = new Uint8Array(
		lengths.reduce((sum, length) => sum + HEADER_LENGTH + length + TAG_LENGTH, 0),
	);
	const plain = new Uint8Array(Math.max(0, ...lengths));
	const waiting: Promise<void>[] = [];
	let at = 0;
	const sealed = items.map(({ context, data }, place) => {
		places.setUint32(PLACE_AT, place);
		const length = lengths[place] ?? 0;
		const envelope = all.subarray(at, at + HEADER_LENGTH + length + TAG_LENGTH);
		at += envelope.length;
		envelope.set(header);
		const padded = plain.subarray(0, length);
		padInto(padded, data);
		const body = cipher.seal(ivOf(header), associated(header, context), padded);
		if (body instanceof Uint8Array) envelope.set(body, HEADER_LENGTH);
		else waiting.push(body.then((bytes) => envelope.set(bytes, HEADER_LENGTH)));
		return envelope;
	});
	await Promise.all(waiting);
	plain.fill(0);
	return sealed;
};
