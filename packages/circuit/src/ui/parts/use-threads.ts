import { type ThreadView, useSession, type WatchOptions } from '@navette/ui';
import { useEffect, useState } from 'react';

/** Threads by path, as long as they are listened to. */
export type ThreadViews = ReadonlyMap<string, ThreadView>;

const NONE: ThreadViews = new Map();

/**
 * Several threads at once, listened to as long as the component is mounted: a role has as many
 * groupements or deliveries as it has. Empty until the first states are read.
 */
export function useThreads(paths: readonly string[], options?: WatchOptions): ThreadViews {
	const session = useSession();
	const asked = JSON.stringify([paths, options ?? null]);
	const [held, setHeld] = useState<{ asked: string; views: ThreadViews }>();
	useEffect(() => {
		const [names, watched] = JSON.parse(asked) as [string[], WatchOptions | null];
		const threads = names.map((path) => ({ path, thread: session.watch(path, watched ?? {}) }));
		const read = () =>
			setHeld({
				asked,
				views: new Map(threads.map(({ path, thread }) => [path, thread.get()])),
			});
		const stops = threads.map(({ thread }) => thread.subscribe(read));
		read();
		return () => {
			for (const stop of stops) stop();
			for (const { thread } of threads) thread.release();
		};
	}, [session, asked]);
	return held?.asked === asked ? held.views : NONE;
}

/** Whether some of the threads asked for are not there yet. */
export const areLoading = (views: ThreadViews, paths: readonly string[]): boolean =>
	paths.some((path) => (views.get(path)?.status ?? 'loading') === 'loading');

/** The oldest last synchronisation of some threads; `undefined` when one never was. */
export const oldestSync = (views: Iterable<Pick<ThreadView, 'syncedAt'>>): number | undefined => {
	const times = [...views].map((view) => view.syncedAt);
	return times.reduce<number | undefined>(
		(oldest, at) => (oldest === undefined || at === undefined ? undefined : Math.min(oldest, at)),
		times[0],
	);
};
