import type { Version } from '@navette/model';
import type { Subscription } from './subscription.ts';

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
	ofThread(org: string, reference: string): ThreadListeners<L> | undefined;
	ofOrganisation(org: string): ReadonlySet<L>;
	enter(listener: L): void;
	leave(listener: L): void;
}

/** In memory: two maps, nothing per document. */
export const createListeners = <L extends Listener>(): Listeners<L> => {
	const threads = new Map<string, { readonly members: Map<L, Subscription>; seen: Version }>();
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
			const thread = threads.get(name) ?? { members: new Map<L, Subscription>(), seen: 0 };
			thread.members.set(listener, subscription);
			threads.set(name, thread);
		},
		remove,
		ofThread: (org, reference) => threads.get(nameOf(org, reference)),
		ofOrganisation: (org) => organisations.get(org) ?? new Set(),
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
