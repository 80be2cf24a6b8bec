import { base64UrlToBytes, bytesToBase64Url, type Failure, failure } from '@navette/core';
import { hash, verify } from '@navette/crypto';

/** What a caller says of a request: `Navette session.counter.time.signature`. */
export interface SignedRequest {
	/** Ed25519 public key of the session, base64url. */
	readonly session: string;
	/** Never twice in a session. */
	readonly counter: number;
	/** Instant of the signature, ms. */
	readonly time: number;
	readonly signature: Uint8Array;
}

/** What was signed about. */
export interface AskedFor {
	/** `POST`, `GET`… or `SOCKET` for a greeting. */
	readonly method: string;
	readonly path: string;
	/** Empty for a stream, whose content is held to its digest when it is attached. */
	readonly body: Uint8Array;
}

const FORM = /^Navette ([A-Za-z0-9_-]{43})\.(\d{1,15})\.(\d{1,15})\.([A-Za-z0-9_-]{86})$/;

/** The parts of a signed credential, or `undefined`. */
export const parseSignedRequest = (text: string): SignedRequest | undefined => {
	const [, session, counter, time, written] = FORM.exec(text) ?? [];
	const signature = base64UrlToBytes(written ?? '');
	if (!session || !signature || signature.length !== 64) return undefined;
	return { session, counter: Number(counter), time: Number(time), signature };
};

/** A signature is believed this long before and after its instant, ms. */
export const SIGNED_TOLERANCE = 120_000;
/** Counters below the highest that may still arrive: requests overtake one another. */
const WINDOW = 1_024;
const SESSIONS_KEPT = 50_000;

interface Seen {
	high: number;
	readonly counters: Set<number>;
}

/** Checks signatures and that no counter serves twice; what it remembers is in this process. */
export interface SignedRequests {
	/** `E-TOKEN` = not signed by the session, or heard before; `E-CLOCK` = signed at another time. */
	check(signed: SignedRequest, asked: AskedFor): Promise<Failure | undefined>;
}

const isFresh = (seen: Seen, counter: number): boolean =>
	counter > seen.high - WINDOW && !seen.counters.has(counter);

const note = (seen: Seen, counter: number): void => {
	seen.counters.add(counter);
	seen.high = Math.max(seen.high, counter);
	if (seen.counters.size <= 2 * WINDOW) return;
	for (const old of seen.counters) if (old <= seen.high - WINDOW) seen.counters.delete(old);
};

const signedValues = (
	{ session, counter, time }: SignedRequest,
	{ method, path, body }: AskedFor,
) => [method, path, hash('nv/body', body), session, counter, time] as const;

/** Remembers the counters of sessions, those used last. */
export const createSignedRequests = (now: () => number): SignedRequests => {
	const sessions = new Map<string, Seen>();
	const seenOf = (session: string): Seen => {
		const seen = sessions.get(session) ?? { high: 0, counters: new Set<number>() };
		sessions.delete(session);
		sessions.set(session, seen);
		const [oldest] = sessions.keys();
		if (sessions.size > SESSIONS_KEPT && oldest !== undefined) sessions.delete(oldest);
		return seen;
	};
	return {
		async check(signed, asked) {
			if (Math.abs(now() - signed.time) > SIGNED_TOLERANCE)
				return failure('E-CLOCK', { now: now() });
			const key = base64UrlToBytes(signed.session);
			if (!key || bytesToBase64Url(key) !== signed.session) return failure('E-TOKEN');
			const isHers = await verify(key, 'nv/req', signedValues(signed, asked), signed.signature);
			if (!isHers) return failure('E-TOKEN');
			// No wait between looking and noting: of two equal requests one only passes.
			const seen = seenOf(signed.session);
			if (!isFresh(seen, signed.counter)) return failure('E-TOKEN');
			note(seen, signed.counter);
			return undefined;
		},
	};
};
