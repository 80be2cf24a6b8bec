/** Packs of one size that are suffered before they become one of the next size. */
export const FAN = 16;

/**
 * How many of the last packs to rewrite as one, `entries` being the entries of each pack in order,
 * the new one last. Packs are merged by sizes, like the levels of an LSM tree: a thread has at most
 * `FAN` packs per power of `FAN`, and a document is rewritten once per level, not at each change.
 * 1 = only write the new one.
 */
export const packsToMerge = (entries: readonly number[]): number => {
	const largest = Math.max(0, ...entries);
	for (let limit = FAN; ; limit *= FAN) {
		let run = 0;
		while (run < entries.length && (entries[entries.length - 1 - run] ?? 0) < limit) run++;
		if (run >= FAN) return run;
		if (limit > largest) return 1;
	}
};
