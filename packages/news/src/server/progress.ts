import { type Failure, ok, type Result } from '@navette/core';
import type { Engine, OperationContext } from '@navette/engine';
import type { NewsProgress, NewsSubscription } from '../model/index.ts';
import { removeSubscription } from './subscribe.ts';

/** Names one subscription of a server. */
export interface SubscriptionKey {
	readonly org: string;
	readonly account: string;
	readonly id: string;
}

/** What became of an attempt to be the one who tells. */
export type Claim =
	| {
			readonly kind: 'mine';
			readonly subscription: NewsSubscription;
			readonly progress: NewsProgress;
			readonly now: number;
	  }
	/** Ended, or never there. */
	| { readonly kind: 'none' }
	/** Somebody else tells, or it is too early: so many milliseconds from now. */
	| { readonly kind: 'wait'; readonly ms: number };

/** How long telling one device may take, ms; after that another server may try. */
const LEASE_MS = 30_000;

const SENDER = { id: 'news', rights: [] };

const inOrganisation = async <T>(
	engine: Engine,
	org: string,
	work: (context: OperationContext) => Promise<T>,
): Promise<Result<T, Failure>> => {
	const done = await engine.run({
		org,
		caller: () => SENDER,
		work: async (context) => ok(await work(context)),
	});
	return done.ok ? ok(done.value.result) : done;
};

/** Takes the lease of a subscription, unless it is over, held by another, or not yet due. */
export const claim = (
	engine: Engine,
	{ org, account, id }: SubscriptionKey,
	by: string,
): Promise<Result<Claim, Failure>> =>
	inOrganisation(engine, org, async (context): Promise<Claim> => {
		const key = { account, id };
		const { now } = context;
		const subscription = await context.read<NewsSubscription>('NEWS', key);
		const progress = await context.read<NewsProgress>('NEWSAT', key);
		if (!subscription || !progress || subscription.until <= now) {
			await removeSubscription(context, key);
			return { kind: 'none' };
		}
		const { lease, next } = progress;
		const free = Math.max(next, lease && lease.by !== by ? lease.until : 0);
		if (free > now) return { kind: 'wait', ms: free - now };
		await context.write('NEWSAT', key, { ...progress, lease: { by, until: now + LEASE_MS } });
		return { kind: 'mine', subscription, progress, now };
	});

/** Gives the lease back with what was told; nothing happens when another has taken it since. */
export const settle = (
	engine: Engine,
	{ org, account, id }: SubscriptionKey,
	by: string,
	change: (progress: NewsProgress, now: number) => NewsProgress,
): Promise<Result<void, Failure>> =>
	inOrganisation(engine, org, async (context) => {
		const key = { account, id };
		const progress = await context.read<NewsProgress>('NEWSAT', key);
		if (progress?.lease?.by !== by) return;
		const { lease: _lease, ...rest } = change(progress, context.now);
		await context.write('NEWSAT', key, rest);
	});

/** Ends a subscription whose device or right is no more. */
export const endSubscription = (
	engine: Engine,
	{ org, account, id }: SubscriptionKey,
): Promise<Result<void, Failure>> =>
	inOrganisation(engine, org, (context) => removeSubscription(context, { account, id }));

const MINUTE = 60_000;

/** Progress after a device was told, or had nothing to be told. */
export const toldProgress = (
	before: NewsProgress,
	versions: Readonly<Record<string, number>>,
	since: number,
	wasSent: boolean,
): NewsProgress => {
	const { lastError: _error, ...rest } = before;
	return {
		...rest,
		told: { ...before.told, ...versions },
		since,
		sent: before.sent + (wasSent ? 1 : 0),
		failures: 0,
		next: 0,
	};
};

/** Progress after a failure: tried again later and later, at most every six hours. */
export const failedProgress = (
	before: NewsProgress,
	now: number,
	reason: string,
	seconds?: number,
): NewsProgress => {
	const failures = before.failures + 1;
	const wait = Math.min(360 * MINUTE, MINUTE * 2 ** Math.min(failures - 1, 9));
	const next = now + Math.max(wait, (seconds ?? 0) * 1_000);
	return { ...before, failures, next, lastError: reason.slice(0, 200) };
};
