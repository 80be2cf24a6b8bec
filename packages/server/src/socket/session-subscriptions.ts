import type { Failure, Result } from '@navette/core';
import type { PulledThread } from '@navette/engine';
import type { ThreadRequest } from '@navette/protocol';
import type { Listeners } from './listeners.ts';
import type { Session } from './session-state.ts';
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

/** Keeps them, and tells the hub which there are. */
export class HeldSubscriptions implements SessionSubscriptions {
	readonly all = new Map<string, Subscription>();
	readonly #session: Session;
	readonly #listeners: Listeners<Session>;

	constructor(session: Session, listeners: Listeners<Session>) {
		this.#session = session;
		this.#listeners = listeners;
	}

	place(wishes: readonly ThreadRequest[]): readonly Subscription[] {
		this.forget(wishes.map((wish) => wish.reference));
		return wishes.map((wish) => {
			const subscription = placeSubscription(wish.reference, wish);
			this.all.set(wish.reference, subscription);
			this.#listeners.add(this.#session, subscription);
			return subscription;
		});
	}

	settle(subscription: Subscription, outcome: Result<PulledThread, Failure>): void {
		if (this.all.get(subscription.reference) !== subscription) return;
		if (!outcome.ok) {
			this.forget([subscription.reference]);
			return;
		}
		const { path, grant, page } = outcome.value;
		subscription.thread = this.#listeners.share(this.#session, subscription, { path, grant });
		subscription.told = page.version;
		if (subscription.waiting <= subscription.told) subscription.waiting = 0;
	}

	forget(references: readonly string[]): void {
		for (const reference of references) {
			const subscription = this.all.get(reference);
			if (subscription) this.#listeners.remove(this.#session, subscription);
			this.all.delete(reference);
		}
	}
}
