/** The right to be the one tab that runs an organisation on this device. */
export interface TabLock {
	/** another tab took it */
	readonly lost: Promise<void>;
	release(): void;
}

/** How long a tab that is closing may take to let go, in ms. */
const GRACE_MS = 1500;

/**
 * Takes the lock of a name; `undefined` when another tab holds it. `steal` takes it from that tab,
 * which is told by `lost`. With a signal, waits until it is let go or the signal is aborted.
 */
export const takeTabLock = (
	name: string,
	how: 'now' | 'steal' | AbortSignal,
): Promise<TabLock | undefined> =>
	new Promise((resolve) => {
		const held = Promise.withResolvers<void>();
		const lost = Promise.withResolvers<void>();
		const options: LockOptions =
			how === 'steal'
				? { steal: true }
				: { signal: how === 'now' ? AbortSignal.timeout(GRACE_MS) : how };
		let taken = false;
		navigator.locks
			.request(name, options, () => {
				taken = true;
				resolve({ lost: lost.promise, release: held.resolve });
				return held.promise;
			})
			.catch(() => {
				/* before it was taken: nobody let go in time, or it is no longer wanted; after: stolen */
				if (taken) lost.resolve();
				else resolve(undefined);
			});
	});
