import type { Random, Result } from '@navette/core';
import { type EnvelopeError, openEnvelope, sealEnvelope } from './envelope.ts';
import type { EnvelopeKey } from './envelope-key.ts';
import type { EnvelopeContext } from './layout.ts';

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

/** Opens many with a key kept by the platform, all at once: one wait. Results in order. */
export const openEnvelopes = (
	key: EnvelopeKey,
	items: readonly ToOpen[],
): Promise<Result<Uint8Array, EnvelopeError>[]> =>
	Promise.all(items.map(({ context, bytes }) => openEnvelope(key, context, bytes)));
