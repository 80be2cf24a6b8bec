import type { Subscription } from './subscription.ts';

/** Anything subscriptions belong to. */
export interface Listener {
	readonly org: string;
	readonly subscriptions: ReadonlyMap<string, Subscription>;
}

/** Who listens to what, by organisation and reference of thread. */
export interface Listeners<L extends Listener> {
	add(listener: L, subscription: Subscription): void;
	remove(listener: L, subscription: Subscription): void;
	ofThread(org: string, reference: string): ReadonlyMap<L, Subscription>;
	ofOrganisation(org: string): ReadonlySet<L>;
	enter(listener: L): void;
	leave(listener: L): void;
}

const NONE = new Map<never, never>();

/** In memory: two maps, nothing per document. */
export const createListeners = <L extends Listener>(): Listeners<L> => {
	const threads = new Map<string, Map<L, Subscription>>();
	const organisations = new Map<string, Set<L>>();
	const nameOf = (org: string, reference: string) => `${org} ${reference}`;
	const remove = (listener: L, subscription: Subscription): void => {
		const name = nameOf(listener.org, subscription.reference);
		const thread = threads.get(name);
		if (thread?.get(listener) !== subscription) return;
		thread.delete(listener);
		if (thread.size === 0) threads.delete(name);
	};
	return {
		add(listener, subscription) {
			const name = nameOf(listener.org, subscription.reference);
			const thread = threads.get(name) ?? new Map<L, Subscription>();
			threads.set(name, thread.set(listener, subscription));
		},
		remove,
		ofThread: (org, reference) => threads.get(nameOf(org, reference)) ?? NONE,
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
