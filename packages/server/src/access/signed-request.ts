import { base64UrlToBytes, bytesToBase64Url, type Failure, failure } from '@navette/core';
import { hash, verify } from '@navette/crypto';
import type { OnceRegister } from '@navette/storage';

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
	/** Organisation that `path` leads into. */
	readonly org: string;
	/** `POST`, `GET`… or `SOCKET` for a greeting. */
	readonly method: string;
	readonly path: string;
	/** Id under which an operation is done once, as its header says; empty where there is none. */
	readonly operation: string;
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

/** A signature is believed this long after its instant, ms. */
export const SIGNED_TOLERANCE = 120_000;
/** And this long before it: a device signs by the clock of the server, as it heard it. */
const AHEAD = 10_000;
const SESSIONS_KEPT = 50_000;
const COUNTERS_KEPT = 4_096;

/** Counters of a session that were heard, each with the instant of its signature. */
interface Seen {
	readonly counters: Map<number, number>;
	/** Nothing up to this one passes any more: it was forgotten for want of room. */
	floor: number;
}

/** Checks signatures, and that no counter serves twice. */
export interface SignedRequests {
	/**
	 * `E-TOKEN` = not signed by the session, or no session of here; `E-CLOCK` = signed at an instant that is not believed, says
	 * which it is here; `E-COUNTER` = heard before.
	 */
	check(signed: SignedRequest, asked: AskedFor): Promise<Failure | undefined>;
}

const isFresh = (seen: Seen, counter: number): boolean =>
	counter > seen.floor && !seen.counters.has(counter);

/** Those too old to be believed are forgotten; when there are still too many, the lower half. */
const makeRoom = (seen: Seen, oldest: number): void => {
	for (const [counter, time] of seen.counters) if (time < oldest) seen.counters.delete(counter);
	if (seen.counters.size < COUNTERS_KEPT) return;
	const sorted = [...seen.counters.keys()].sort((a, b) => a - b);
	for (const counter of sorted.slice(0, sorted.length / 2)) {
		seen.counters.delete(counter);
		seen.floor = counter;
	}
};

const signedValues = (
	{ session, counter, time }: SignedRequest,
	{ method, path, operation, body }: AskedFor,
) => [method, path, operation, hash('nv/body', body), session, counter, time] as const;

/** What signed requests are checked with. */
export interface SignedRequestDeps {
	readonly now: () => number;
	/** Nothing signed before this instant (ms) is believed: what an earlier process heard is not heard again. */
	readonly since?: number | undefined;
	/** Whether an organisation has this session: asked before anything is remembered of it. */
	readonly isKnown: (org: string, session: string) => Promise<boolean>;
	/** What several processes share; greetings need none, each is for the nonce of its socket. */
	readonly once?: Pick<OnceRegister, 'isFirst'> | undefined;
}

/** Whether the session that a request names signed it. */
const isSignedBySession = async (signed: SignedRequest, asked: AskedFor): Promise<boolean> => {
	const key = base64UrlToBytes(signed.session);
	if (!key || bytesToBase64Url(key) !== signed.session) return false;
	return verify(key, 'nv/req', signedValues(signed, asked), signed.signature);
};

/**
 * Remembers the counters of sessions, those used last. Who makes up keys and signs with them leaves
 * nothing here or in what is shared, and displaces nobody.
 */
export const createSignedRequests = (deps: SignedRequestDeps): SignedRequests => {
	const { now, since = 0, isKnown, once } = deps;
	const sessions = new Map<string, Seen>();
	const seenOf = (session: string): Seen => {
		const seen = sessions.get(session) ?? { counters: new Map<number, number>(), floor: -1 };
		sessions.delete(session);
		sessions.set(session, seen);
		const [oldest] = sessions.keys();
		if (sessions.size > SESSIONS_KEPT && oldest !== undefined) sessions.delete(oldest);
		return seen;
	};
	return {
		async check(signed, asked) {
			const { session, counter, time } = signed;
			const oldest = Math.max(now() - SIGNED_TOLERANCE, since);
			if (time < oldest || time > now() + AHEAD) return failure('E-CLOCK', { now: now() });
			if (!(await isSignedBySession(signed, asked))) return failure('E-TOKEN');
			const isHere = sessions.has(session) || (await isKnown(asked.org, session));
			if (!isHere) return failure('E-TOKEN');
			// No wait between looking and noting: of two equal requests one only passes.
			const seen = seenOf(session);
			if (!isFresh(seen, counter)) return failure('E-COUNTER');
			if (seen.counters.size >= COUNTERS_KEPT) makeRoom(seen, oldest);
			seen.counters.set(counter, time);
			if (!once || asked.method === 'SOCKET') return undefined;
			return (await once.isFirst(`${session}.${counter}`, time)) ? undefined : failure('E-COUNTER');
		},
	};
};
