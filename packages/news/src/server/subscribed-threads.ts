import { err, type Failure, ok, type Result } from '@navette/core';
import type { Engine } from '@navette/engine';
import type { NewsSubscription } from '../model/index.ts';
import type { SubscriptionKey } from './progress.ts';

/** Which subscriptions of an organisation ask for which thread. */
export interface SubscribedThreads {
	/** Every subscription, those of no thread included. */
	readonly all: readonly SubscriptionKey[];
	/** Those that ask for a thread, with the types they ask for; absent = all. */
	of(reference: string): readonly {
		readonly key: SubscriptionKey;
		readonly types: readonly string[] | undefined;
	}[];
}

const READER = { id: 'news', rights: [] };

/** Reads the subscriptions of an organisation. */
export const readSubscribedThreads = async (
	engine: Engine,
	org: string,
): Promise<Result<SubscribedThreads, Failure>> => {
	const read = await engine.read(
		org,
		() => READER,
		async (source) => ok(await source.list<NewsSubscription>('NEWS')),
	);
	if (!read.ok) return err(read.error);
	const threads = new Map<
		string,
		{ key: SubscriptionKey; types: readonly string[] | undefined }[]
	>();
	const all = read.value.map(({ key: { account = '', id = '' }, data }) => {
		const key = { org, account, id };
		for (const { reference, types } of data.threads) {
			const asking = threads.get(reference) ?? [];
			asking.push({ key, types });
			threads.set(reference, asking);
		}
		return key;
	});
	return ok({ all, of: (reference) => threads.get(reference) ?? [] });
};
