import type { Version } from '@navette/model';
import type { SharedThread, Subscription } from './subscription.ts';

/** Anything subscriptions belong to. */
export interface Listener {
	readonly org: string;
	readonly subscriptions: ReadonlyMap<string, Subscription>;
}

/** Who listens to one thread. */
export interface ThreadListeners<L extends Listener> {
	readonly members: ReadonlyMap<L, Subscription>;
	/** Highest version heard of it while somebody listens; 0 = none yet. */
	seen: Version;
}

/** Who listens to what, by organisation and reference of thread. */
export interface Listeners<L extends Listener> {
	add(listener: L, subscription: Subscription): void;
	remove(listener: L, subscription: Subscription): void;
	/**
	 * What is known of a thread that was read, one object for all who read the same of it (equal scopes and
	 * wishes: they are told the same bytes).
	 */
	share(listener: L, subscription: Subscription, found: SharedThread): SharedThread;
	ofThread(org: string, reference: string): ThreadListeners<L> | undefined;
	ofOrganisation(org: string): ReadonlySet<L>;
	/** Organisations of which somebody is there. */
	organisations(): readonly string[];
	enter(listener: L): void;
	leave(listener: L): void;
}

interface Kept<L extends Listener> {
	readonly members: Map<L, Subscription>;
	seen: Version;
	readonly shared: Map<string, SharedThread>;
}

/** In memory: two maps, nothing per document. */
export const createListeners = <L extends Listener>(): Listeners<L> => {
	const threads = new Map<string, Kept<L>>();
	const organisations = new Map<string, Set<L>>();
	const nameOf = (org: string, reference: string) => `${org} ${reference}`;
	const remove = (listener: L, subscription: Subscription): void => {
		const name = nameOf(listener.org, subscription.reference);
		const thread = threads.get(name);
		if (thread?.members.get(listener) !== subscription) return;
		thread.members.delete(listener);
		if (thread.members.size === 0) threads.delete(name);
	};
	return {
		add(listener, subscription) {
			const name = nameOf(listener.org, subscription.reference);
			const thread = threads.get(name) ?? { members: new Map(), seen: 0, shared: new Map() };
			thread.members.set(listener, subscription);
			threads.set(name, thread);
		},
		remove,
		share(listener, subscription, found) {
			const shared = threads.get(nameOf(listener.org, subscription.reference))?.shared;
			const name = `${found.grant.scope} ${subscription.wishText}`;
			const known = shared?.get(name) ?? found;
			shared?.set(name, known);
			return known;
		},
		ofThread: (org, reference) => threads.get(nameOf(org, reference)),
		ofOrganisation: (org) => organisations.get(org) ?? new Set(),
		organisations: () => [...organisations.keys()],
		enter(listener) {
			const all = organisations.get(listener.org) ?? new Set<L>();
			organisations.set(listener.org, all.add(listener));
		},
		leave(listener) {
			for (const subscription of listener.subscriptions.values()) remove(listener, subscription);
			const all = organisations.get(listener.org);
			all?.delete(listener);
			if (all?.size === 0) organisations.delete(listener.org);
		},
	};
};
