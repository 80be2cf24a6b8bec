import type { Failure, Result } from '@navette/core';
import type { PulledThread } from '@navette/engine';
import type { ThreadRequest } from '@navette/protocol';
import { placeSubscription, type Subscription } from './subscription.ts';

/** What one socket listens to, by reference. */
export interface SessionSubscriptions {
	readonly all: ReadonlyMap<string, Subscription>;
	/** Starts listening to threads before they are read; earlier subscriptions are replaced. */
	place(wishes: readonly ThreadRequest[]): readonly Subscription[];
	/** Notes what a first pull found of a subscription; one that is refused is forgotten. */
	settle(subscription: Subscription, outcome: Result<PulledThread, Failure>): void;
	forget(references: readonly string[]): void;
}

/** Keeps them, and tells the hub through `added` and `removed`. */
export const createSessionSubscriptions = (hub: {
	added(subscription: Subscription): void;
	removed(subscription: Subscription): void;
}): SessionSubscriptions => {
	const all = new Map<string, Subscription>();
	const forget = (references: readonly string[]): void => {
		for (const reference of references) {
			const subscription = all.get(reference);
			if (subscription) hub.removed(subscription);
			all.delete(reference);
		}
	};
	return {
		all,
		forget,
		place(wishes) {
			forget(wishes.map((wish) => wish.reference));
			return wishes.map((wish) => {
				const subscription = placeSubscription(wish.reference, wish);
				all.set(wish.reference, subscription);
				hub.added(subscription);
				return subscription;
			});
		},
		settle(subscription, outcome) {
			if (all.get(subscription.reference) !== subscription) return;
			if (!outcome.ok) return forget([subscription.reference]);
			subscription.thread = { path: outcome.value.path, grant: outcome.value.grant };
			subscription.told = outcome.value.page.version;
			if (subscription.waiting <= subscription.told) subscription.waiting = 0;
		},
	};
};
