import type { FollowedThread } from './thread-following.ts';

/** Begins and ends the following of threads, one follower of a path at a time. */
export interface FollowedThreads {
	follow(path: string): FollowedThread;
	unfollow(thread: FollowedThread): void;
	/** Resolves when those that ended have written everything. */
	ended(): Promise<unknown>;
}

/** `create` makes a thread that reads what the device kept once `after` resolves. */
export const createFollowedThreads = (deps: {
	readonly create: (path: string, after: Promise<void>) => FollowedThread;
	readonly begin: (thread: FollowedThread) => void;
	readonly end: (thread: FollowedThread) => void;
}): FollowedThreads => {
	const endings = new Map<string, Promise<void>>();
	return {
		follow(path) {
			const thread = deps.create(path, endings.get(path) ?? Promise.resolve());
			deps.begin(thread);
			return thread;
		},
		unfollow(thread) {
			deps.end(thread);
			const ending = thread.settled().then(() => {
				if (endings.get(thread.path) === ending) endings.delete(thread.path);
			});
			endings.set(thread.path, ending);
		},
		ended: () => Promise.all(endings.values()),
	};
};
