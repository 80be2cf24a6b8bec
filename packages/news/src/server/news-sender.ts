import { bytesToBase64Url, type Log, type Random, type Timers } from '@navette/core';
import type { Engine } from '@navette/engine';
import type { Service } from '@navette/server';
import type { CommitNotice, NoticeBus } from '@navette/storage';
import { createDueList } from './due-list.ts';
import type { SubscriptionKey } from './progress.ts';
import type { PushService } from './push-service.ts';
import { readSubscribedThreads, type SubscribedThreads } from './subscribed-threads.ts';
import { type Telling, type TellOutcome, tellDevice } from './tell-device.ts';

/** What sending news needs. */
export interface NewsSenderDeps {
	readonly engine: Engine;
	readonly bus: NoticeBus;
	readonly service: Pick<Service, 'catalogue' | 'news'>;
	readonly push: PushService;
	readonly timers: Timers;
	readonly random: Random;
	readonly log: Log;
	/** Hears each outcome, to count it. */
	readonly heard?: (outcome: TellOutcome['kind']) => void;
}

/** Tells absent devices what is news. One on each server: they agree by leases. */
export interface NewsSender {
	/** Looks at every subscription, whatever was heard: after a start, and now and then. */
	sweep(): Promise<void>;
	/** Resolves once nothing is being told. */
	idle(): Promise<void>;
	close(): Promise<void>;
}

/** Changes of one moment make one message. */
const COALESCE_MS = 2_000;
/** A device is told this often at most. */
const BREATH_MS = 15_000;
/** How often everything is looked at again: what a lost message of the bus left. */
const SWEEP_MS = 15 * 60_000;

/** Sends news after commits. */
export const createNewsSender = (deps: NewsSenderDeps): NewsSender => {
	const { engine, service, push, timers, log } = deps;
	const { catalogue, news } = service;
	const by = bytesToBase64Url(deps.random.bytes(9));
	const telling: Telling = { engine, catalogue, news, push, by };
	const known = new Map<string, Promise<SubscribedThreads | undefined>>();

	const tell = async (key: SubscriptionKey): Promise<number | undefined> => {
		const outcome = await tellDevice(telling, key);
		deps.heard?.(outcome.kind);
		if (outcome.kind === 'again') return outcome.ms;
		if (outcome.kind === 'more') return COALESCE_MS;
		return undefined;
	};
	const due = createDueList({ timers, log, work: tell, breathMs: BREATH_MS });

	const subscribed = (org: string): Promise<SubscribedThreads | undefined> => {
		const held = known.get(org);
		if (held) return held;
		const read = readSubscribedThreads(engine, org).then((outcome) =>
			outcome.ok ? outcome.value : undefined,
		);
		known.set(org, read);
		return read;
	};

	const hear = async (commit: CommitNotice): Promise<void> => {
		if (commit.threads.some(({ path }) => path.startsWith('NEWS/'))) known.delete(commit.org);
		const threads = await subscribed(commit.org);
		for (const change of commit.threads)
			for (const { key, types } of threads?.of(change.reference) ?? []) {
				const isOwn = key.account === commit.by;
				const isAsked = !types || types.some((type) => change.types.includes(type));
				if (isAsked && !isOwn) due.add(key, COALESCE_MS);
			}
	};

	const sweep = async (): Promise<void> => {
		for (const org of await engine.organisations())
			for (const key of (await subscribed(org))?.all ?? []) due.add(key, COALESCE_MS);
	};

	const guarded = (work: Promise<void>): void => {
		work.catch((error: unknown) => log.error('news-failed', { error: String(error) }));
	};
	const stopHearing = deps.bus.listen((commits) => {
		for (const commit of commits) guarded(hear(commit));
	});
	const stopDoubting = deps.bus.doubt(() => {
		known.clear();
		guarded(sweep());
	});
	const stopSweeping = timers.every(SWEEP_MS, () => guarded(sweep()));
	return {
		sweep,
		idle: due.idle,
		async close() {
			stopHearing();
			stopDoubting();
			stopSweeping();
			await due.close();
		},
	};
};
