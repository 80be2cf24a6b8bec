import { err, type Failure, failure, ok, type Result } from '@navette/core';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

/** How much one caller may ask. */
export interface RateLimits {
	/** Points each second for a known token; a call, a pulled thread, a report cost one each. */
	readonly perToken: number;
	/** Refused tokens an address may show in a minute before it waits. */
	readonly refusalsPerAddress: number;
	/** Requests an address may make in a minute without saying who asks; 120 unless told. */
	readonly strangersPerAddress?: number;
	/** Entries (phrases, codes) an address may try in a minute; 10 unless told. */
	readonly entriesPerAddress?: number;
	/** Entries tried in a minute in an organisation, by everybody; 100 unless told. */
	readonly entriesPerOrganisation?: number;
	/** Offers an address may look for in an hour; 60 unless told. */
	readonly offersPerAddress?: number;
	/** Sockets an address may open in ten seconds; 1,000 unless told. */
	readonly openingsPerAddress?: number;
}

const DEFAULT_OPENINGS = 1_000;
const DEFAULT_STRANGERS = 120;
const DEFAULT_ENTRIES = 10;
const DEFAULT_ENTRIES_ALL = 100;
/* a meeting on one network joins together; secrets of offers are not guessed at this pace */
const DEFAULT_OFFERS = 60;

export const DEFAULT_RATES: RateLimits = { perToken: 400, refusalsPerAddress: 60 };

/** What somebody may guess at: the phrases or code of a person, the secret of an offer. */
export type GuessKind = 'entry' | 'offer';

/** Counts what callers ask, in memory. */
export interface Rates {
	/** Takes points from a token's allowance, or `E-RATE` with the seconds to wait. */
	take(token: string, points: number): Promise<Result<void, Failure>>;
	/** `E-RATE` when an address showed too many refused tokens. */
	admit(address: string): Promise<Result<void, Failure>>;
	/** Counts a request of somebody who does not say who he is. */
	stranger(address: string): Promise<Result<void, Failure>>;
	/** Counts what guesses at secrets, by its kind; `E-RATE` with the seconds to wait. */
	guess(kind: GuessKind, org: string, address: string): Promise<Result<void, Failure>>;
	/** Counts a socket that an address opens; `E-RATE` when it opens too many. */
	open(address: string): Promise<Result<void, Failure>>;
	/** Notes a refused token. */
	refuse(address: string): Promise<void>;
}

const toFailure = (refused: unknown): Failure => {
	if (refused instanceof RateLimiterRes)
		return failure('E-RATE', { seconds: Math.max(1, Math.ceil(refused.msBeforeNext / 1000)) });
	throw refused;
};

/** Buckets by token, address and organisation. The key of an address is its /64 for IPv6: that is what one subscriber has. */
export const createRates = (limits: RateLimits): Rates => {
	const tokens = new RateLimiterMemory({ points: limits.perToken * 5, duration: 5 });
	const openings = new RateLimiterMemory({
		points: limits.openingsPerAddress ?? DEFAULT_OPENINGS,
		duration: 10,
	});
	const strangers = new RateLimiterMemory({
		points: limits.strangersPerAddress ?? DEFAULT_STRANGERS,
		duration: 60,
	});
	const entries = new RateLimiterMemory({
		points: limits.entriesPerAddress ?? DEFAULT_ENTRIES,
		duration: 60,
	});
	const allEntries = new RateLimiterMemory({
		points: limits.entriesPerOrganisation ?? DEFAULT_ENTRIES_ALL,
		duration: 60,
	});
	const offers = new RateLimiterMemory({
		points: limits.offersPerAddress ?? DEFAULT_OFFERS,
		duration: 3_600,
	});
	const refusals = new RateLimiterMemory({ points: limits.refusalsPerAddress, duration: 60 });
	const consume = async (
		limiter: RateLimiterMemory,
		key: string,
		points: number,
	): Promise<Result<void, Failure>> => {
		try {
			await limiter.consume(key, points);
			return ok(undefined);
		} catch (refused) {
			return err(toFailure(refused));
		}
	};
	return {
		take: (token, points) => consume(tokens, token, points),
		stranger: (address) => consume(strangers, addressKey(address), 1),
		async guess(kind, org, address) {
			if (kind === 'offer') return consume(offers, addressKey(address), 1);
			const own = await consume(entries, addressKey(address), 1);
			return own.ok ? consume(allEntries, org, 1) : own;
		},
		open: (address) => consume(openings, addressKey(address), 1),
		async admit(address) {
			const state = await refusals.get(addressKey(address));
			return state && state.remainingPoints <= 0 ? err(toFailure(state)) : ok(undefined);
		},
		async refuse(address) {
			await refusals.penalty(addressKey(address), 1);
		},
	};
};

/** The first four groups of an IPv6 address, whatever its form leaves out. */
const networkOf = (address: string): string => {
	const [head = '', tail] = address.split('::');
	const groups = head === '' ? [] : head.split(':');
	const after = tail === undefined || tail === '' ? [] : tail.split(':');
	const missing = tail === undefined ? 0 : Math.max(0, 8 - groups.length - after.length);
	const all = [...groups, ...Array.from({ length: missing }, () => '0'), ...after];
	return all
		.slice(0, 4)
		.map((group) => group.toLowerCase().replace(/^0+(?=.)/, ''))
		.join(':');
};

/** IPv4 whole, also inside IPv6; IPv6 by its first four groups. */
export const addressKey = (address: string): string => {
	const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
	if (mapped !== undefined) return mapped;
	return address.includes(':') ? networkOf(address) : address;
};
