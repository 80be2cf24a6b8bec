import type { Timers } from '@navette/core';
import type { DocumentReader } from './document-reader.ts';
import { type Interest, wantsType } from './interest.ts';
import type { LiveThread, ThreadView, WatchOptions } from './live-thread.ts';
import type { Batch } from './observable.ts';
import type { FollowedThread } from './thread-following.ts';
import { createViewMaker } from './thread-view.ts';

/** A thread goes on being followed this long, ms, after its last watcher left: screens come back. */
const LINGER_MS = 15_000;

/** The watchers of all threads. */
export interface LiveThreads {
	watch(path: string, options: WatchOptions): LiveThread;
	/** The thread of a path changed. */
	changed(path: string): void;
}

interface LiveThreadsDeps {
	readonly reader: DocumentReader;
	readonly batch: Batch;
	readonly timers: Timers;
	readonly follow: (path: string) => FollowedThread;
	readonly unfollow: (thread: FollowedThread) => void;
	/** Somebody watches more than before. */
	readonly widened: () => void;
}

interface Watched {
	readonly thread: FollowedThread;
	readonly watchers: Set<() => void>;
	cancelEnd: () => void;
}

/** What of the options says something: filters of types that are not wanted do not. */
const interestOf = ({ types, filters }: WatchOptions): Interest => {
	const kept = Object.entries(filters ?? {}).filter(
		([type, filter]) => wantsType({ types }, type) && Object.keys(filter).length > 0,
	);
	return {
		...(types ? { types: [...new Set(types)].sort() } : {}),
		...(kept.length > 0 ? { filters: Object.fromEntries(kept) } : {}),
	};
};

/** A view made when it is looked at, at most once per change. */
const createLiveView = (thread: FollowedThread, interest: Interest, deps: LiveThreadsDeps) => {
	const maker = createViewMaker(deps.reader, interest);
	const listeners = new Set<() => void>();
	let view: ThreadView | undefined;
	const tell = () => {
		for (const listener of [...listeners]) listener();
	};
	return {
		get: () => {
			view ??= maker.make(thread.state(interest), thread.tables());
			return view;
		},
		subscribe(listener: () => void) {
			const own = () => listener();
			listeners.add(own);
			return () => void listeners.delete(own);
		},
		invalidate() {
			view = undefined;
			deps.batch.add(tell);
		},
	};
};

export const createLiveThreads = (deps: LiveThreadsDeps): LiveThreads => {
	const watched = new Map<string, Watched>();

	const enter = (path: string): Watched => {
		const known = watched.get(path);
		if (known) return known;
		const fresh: Watched = {
			thread: deps.follow(path),
			watchers: new Set(),
			cancelEnd: () => {},
		};
		watched.set(path, fresh);
		return fresh;
	};

	const leave = (path: string, one: Watched) => {
		if (one.watchers.size > 0) return;
		one.cancelEnd = deps.timers.after(LINGER_MS, () => {
			watched.delete(path);
			deps.unfollow(one.thread);
		});
	};

	return {
		watch(path, options) {
			const one = enter(path);
			one.cancelEnd();
			const interest = interestOf(options);
			const view = createLiveView(one.thread, interest, deps);
			one.watchers.add(view.invalidate);
			one.thread.widen(interest);
			deps.widened();
			let released = false;
			return {
				get: view.get,
				subscribe: view.subscribe,
				release() {
					if (released) return;
					released = true;
					one.watchers.delete(view.invalidate);
					leave(path, one);
				},
			};
		},
		changed(path) {
			for (const invalidate of watched.get(path)?.watchers ?? []) invalidate();
		},
	};
};
