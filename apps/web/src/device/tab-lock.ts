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
 * which is told by `lost`.
 */
export const takeTabLock = (name: string, steal: boolean): Promise<TabLock | undefined> =>
	new Promise((resolve) => {
		const held = Promise.withResolvers<void>();
		const lost = Promise.withResolvers<void>();
		const options: LockOptions = steal
			? { steal: true }
			: { signal: AbortSignal.timeout(GRACE_MS) };
		let taken = false;
		navigator.locks
			.request(name, options, () => {
				taken = true;
				resolve({ lost: lost.promise, release: held.resolve });
				return held.promise;
			})
			.catch(() => {
				/* before it was taken: nobody let go in time; after: it was stolen */
				if (taken) lost.resolve();
				else resolve(undefined);
			});
	});
