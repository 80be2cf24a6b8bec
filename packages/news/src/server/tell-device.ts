import type { Engine, Pulled } from '@navette/engine';
import type { Catalogue, NewsRule } from '@navette/model';
import { callerOf } from '@navette/server';
import {
	encodePayload,
	NEWS_LIMITS,
	type NewsProgress,
	type NewsSubscription,
} from '../model/index.ts';
import { judgePulled, type Told } from './judge.ts';
import {
	type Claim,
	claim,
	endSubscription,
	failedProgress,
	type SubscriptionKey,
	settle,
	toldProgress,
} from './progress.ts';
import type { PushService } from './push-service.ts';

/** What telling a device needs. */
export interface Telling {
	readonly engine: Engine;
	readonly catalogue: Catalogue;
	readonly news: NewsRule;
	readonly push: PushService;
	/** Name of this server among those that may tell. */
	readonly by: string;
}

/**
 * How it went, for whoever counts. `again`: it must be tried in so many milliseconds; `more`: there
 * is more to tell at once.
 */
export type TellOutcome =
	| { readonly kind: 'none' | 'nothing' | 'sent' | 'ended' | 'refused' }
	| { readonly kind: 'again'; readonly ms: number; readonly failed: boolean }
	| { readonly kind: 'more' };

/** Documents looked at in one go. */
const PAGE = 500;
const TWO_DAYS = 172_800;

const versionsOf = (pulled: Pulled): Record<string, number> =>
	Object.fromEntries(
		pulled.threads.flatMap(({ reference, outcome }) =>
			outcome.ok ? [[reference, outcome.value.page.upTo]] : [],
		),
	);

const wishesOf = ({ threads }: NewsSubscription, { told }: NewsProgress) =>
	threads.map(({ reference, types, filters }) => ({
		reference,
		since: told[reference] ?? 0,
		types,
		filters,
	}));

type Mine = Extract<Claim, { kind: 'mine' }>;

/** Sends what is news; the progress is that of a device told, whatever it showed. */
const send = async (
	telling: Telling,
	key: SubscriptionKey,
	{ subscription, progress }: Mine,
	news: readonly Told[],
	pulled: Pulled,
): Promise<TellOutcome> => {
	const { engine, by, push } = telling;
	const named = news.slice(0, NEWS_LIMITS.threadsPerPush);
	const left = new Set(news.slice(NEWS_LIMITS.threadsPerPush).map(([reference]) => reference));
	const threads = named.map(([reference, types, urgent]): [string, string[], boolean] => [
		reference,
		[...types],
		urgent,
	]);
	const payload = encodePayload({ f: 1, org: key.org, n: progress.sent + 1, threads });
	const { endpoint, p256dh, auth } = subscription;
	const isUrgent = news.some(([, , urgent]) => urgent);
	const outcome = await push.send({ endpoint, p256dh, auth, payload, isUrgent, ttl: TWO_DAYS });
	if (outcome.kind === 'gone' || outcome.kind === 'refused') {
		await endSubscription(engine, key);
		return { kind: outcome.kind === 'gone' ? 'ended' : 'refused' };
	}
	if (outcome.kind === 'later') {
		let ms = 0;
		await settle(engine, key, by, (before, now) => {
			const after = failedProgress(before, now, outcome.reason, outcome.seconds);
			ms = after.next - now;
			return after;
		});
		return { kind: 'again', ms, failed: true };
	}
	const versions = Object.fromEntries(
		Object.entries(versionsOf(pulled)).filter(([reference]) => !left.has(reference)),
	);
	const since = left.size > 0 || hasMore(pulled) ? progress.since : pulled.now;
	await settle(engine, key, by, (before) => toldProgress(before, versions, since, true));
	return { kind: left.size > 0 ? 'more' : 'sent' };
};

const hasMore = ({ threads }: Pulled): boolean =>
	threads.some(({ outcome }) => outcome.ok && outcome.value.page.more);

const isUnknown = (code: string): boolean => code === 'E-TOKEN' || code === 'E-ORG';

/** Tells one device what is news since it was last told, if anything; one server at a time. */
export const tellDevice = async (telling: Telling, key: SubscriptionKey): Promise<TellOutcome> => {
	const { engine, by } = telling;
	const claimed = await claim(engine, key, by);
	if (!claimed.ok) return { kind: 'none' };
	if (claimed.value.kind === 'none') return { kind: 'none' };
	if (claimed.value.kind === 'wait') return { kind: 'again', ms: claimed.value.ms, failed: false };
	const mine = claimed.value;
	const caller = callerOf(mine.subscription.credential);
	const who = await engine.read(key.org, caller, (_source, account) => ({
		ok: true,
		value: account,
	}));
	const pulled = who.ok
		? await engine.pull(key.org, caller, wishesOf(mine.subscription, mine.progress), PAGE)
		: who;
	if (!who.ok || !pulled.ok) {
		const code = who.ok ? (pulled.ok ? '' : pulled.error.code) : who.error.code;
		if (!isUnknown(code)) {
			await settle(engine, key, by, (before, now) => failedProgress(before, now, code));
			return { kind: 'again', ms: 60_000, failed: true };
		}
		await endSubscription(engine, key);
		return { kind: 'ended' };
	}
	const { catalogue, news } = telling;
	const judging = { catalogue, news, account: who.value, since: mine.progress.since };
	const told = judgePulled(judging, mine.subscription.threads, pulled.value);
	if (told.length > 0) return send(telling, key, mine, told, pulled.value);
	const versions = versionsOf(pulled.value);
	const more = hasMore(pulled.value);
	const since = more ? mine.progress.since : pulled.value.now;
	await settle(engine, key, by, (before) => toldProgress(before, versions, since, false));
	return { kind: more ? 'more' : 'nothing' };
};
