import { bytesToHex, err, type Random, type Result } from '@navette/core';
import type { Aead } from './aead.ts';
import { equalConstantTime } from './constant-time.ts';
import { defaultAead } from './default-aead.ts';
import { type EnvelopeError, openEnvelope, sealEnvelope } from './envelope.ts';
import type { EnvelopeKey } from './envelope-key.ts';
import {
	COMMITMENT_AT,
	type EnvelopeContext,
	HEADER_LENGTH,
	NONCE_AT,
	PLACE_AT,
	SUITE_SERIES,
	TAG_LENGTH,
	VERSION,
} from './layout.ts';
import { unpadPlaintext } from './padding.ts';
import { createAssociated, ivOf, type SeriesKey, seriesKeyOf } from './series-key.ts';

/** Something to seal, and what it is bound to. */
export interface ToSeal {
	readonly context: EnvelopeContext;
	readonly data: Uint8Array;
}

/** An envelope to open, and what it must be. */
export interface ToOpen {
	readonly context: EnvelopeContext;
	readonly bytes: Uint8Array;
}

/** Seals many with a key kept by the platform, all at once: one wait. Results in order. */
export const sealEnvelopes = (
	key: EnvelopeKey,
	items: readonly ToSeal[],
	deps: { readonly random: Random },
): Promise<Uint8Array<ArrayBuffer>[]> =>
	Promise.all(items.map(({ context, data }) => sealEnvelope(key, context, data, deps)));

type Opened = Result<Uint8Array, EnvelopeError>;

const isOfSeries = (bytes: Uint8Array): boolean =>
	bytes.length >= HEADER_LENGTH + TAG_LENGTH && bytes[0] === VERSION && bytes[1] === SUITE_SERIES;

const nameOfSeries = (bytes: Uint8Array): string => bytesToHex(bytes.subarray(NONCE_AT, PLACE_AT));

const isSameSeries = (a: Uint8Array, b: Uint8Array): boolean => {
	for (let at = NONCE_AT; at < PLACE_AT; at++) if (a[at] !== b[at]) return false;
	return true;
};

/** The key of the series of each item; `undefined` for an envelope that stands alone. */
const seriesOf = async (
	items: readonly ToOpen[],
	derive: (salt: Uint8Array) => Promise<SeriesKey>,
): Promise<readonly (SeriesKey | undefined)[]> => {
	const known = new Map<string, SeriesKey>();
	const all: (SeriesKey | undefined)[] = [];
	let last: { readonly bytes: Uint8Array; readonly series: SeriesKey } | undefined;
	for (const { bytes } of items) {
		if (!isOfSeries(bytes)) {
			all.push(undefined);
			continue;
		}
		if (!last || !isSameSeries(last.bytes, bytes)) {
			const name = nameOfSeries(bytes);
			const series = known.get(name) ?? (await derive(bytes.subarray(NONCE_AT, PLACE_AT)));
			known.set(name, series);
			last = { bytes, series };
		}
		all.push(last.series);
	}
	return all;
};

const unpad = (padded: Uint8Array | undefined): Opened =>
	padded ? unpadPlaintext(padded) : err('refused');

const isThere = (all: readonly (Opened | Promise<Opened>)[]): all is readonly Opened[] =>
	!all.some((one) => one instanceof Promise);

const openInSeries = (
	series: SeriesKey,
	{ context, bytes }: ToOpen,
	associated: ReturnType<typeof createAssociated>,
): Opened | Promise<Opened> => {
	const committed = bytes.subarray(COMMITMENT_AT, HEADER_LENGTH);
	if (!equalConstantTime(series.commitment, committed)) return err('refused');
	const bound = associated(bytes, context);
	const plain = series.cipher.open(ivOf(bytes), bound, bytes.subarray(HEADER_LENGTH));
	return plain instanceof Promise ? plain.then(unpad) : unpad(plain);
};

/**
 * Opens many envelopes, each on its own: those of one series share the derivation of their key. The
 * outcomes are in the order of the items, and are those `openEnvelope` gives.
 */
export const openEnvelopes = async (
	key: EnvelopeKey,
	items: readonly ToOpen[],
	deps: { readonly aead?: Aead } = {},
): Promise<readonly Opened[]> => {
	const series = await seriesOf(items, (salt) => seriesKeyOf(key, salt, deps.aead ?? defaultAead));
	const associated = createAssociated();
	const opened = items.map((item, at) => {
		const known = series[at];
		return known
			? openInSeries(known, item, associated)
			: openEnvelope(key, item.context, item.bytes);
	});
	/* a promise for each of thousands that are there already costs more than opening them */
	return isThere(opened) ? opened : Promise.all(opened);
};
