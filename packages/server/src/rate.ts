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
	/** Sockets an address may open in ten seconds; 1,000 unless told. */
	readonly openingsPerAddress?: number;
}

const DEFAULT_OPENINGS = 1_000;
const DEFAULT_STRANGERS = 120;

export const DEFAULT_RATES: RateLimits = { perToken: 400, refusalsPerAddress: 60 };

/** Counts what callers ask, in memory. */
export interface Rates {
	/** Takes points from a token's allowance, or `E-RATE` with the seconds to wait. */
	take(token: string, points: number): Promise<Result<void, Failure>>;
	/** `E-RATE` when an address showed too many refused tokens. */
	admit(address: string): Promise<Result<void, Failure>>;
	/** Counts a request of somebody who does not say who he is. */
	stranger(address: string): Promise<Result<void, Failure>>;
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

/** Four token buckets. The key of an address is its /64 for IPv6: that is what one subscriber has. */
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
