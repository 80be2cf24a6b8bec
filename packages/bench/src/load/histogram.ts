/** Times in buckets 2 % wide: quantiles of millions in a few kilobytes. */
export interface Histogram {
	add(milliseconds: number): void;
	/** Counts by bucket, to be merged with those of other processes. */
	counts(): readonly (readonly [bucket: number, count: number])[];
}

const STEP = Math.log(1.02);
/** ms */
const FLOOR = 0.01;

export const createHistogram = (): Histogram => {
	const counts = new Map<number, number>();
	return {
		add(milliseconds) {
			const bucket = Math.max(0, Math.ceil(Math.log(milliseconds / FLOOR) / STEP));
			counts.set(bucket, (counts.get(bucket) ?? 0) + 1);
		},
		counts: () => [...counts],
	};
};

/** The time below which a share of all times is, from the counts of several processes. */
export const quantileOf = (
	all: readonly (readonly (readonly [bucket: number, count: number])[])[],
	share: number,
): number => {
	const merged = new Map<number, number>();
	for (const counts of all)
		for (const [bucket, count] of counts) merged.set(bucket, (merged.get(bucket) ?? 0) + count);
	const sorted = [...merged].sort(([a], [b]) => a - b);
	let left = share * sorted.reduce((sum, [, count]) => sum + count, 0);
	for (const [bucket, count] of sorted) {
		left -= count;
		if (left <= 0) return FLOOR * Math.exp(bucket * STEP);
	}
	return 0;
};
