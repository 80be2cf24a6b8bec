/** What was said on one day. */
export interface ChatDay<E> {
	/** Of the first entry, ms. */
	readonly at: number;
	readonly entries: readonly E[];
}

/** Entries, oldest first, by the day that they are of. */
export const chatDays = <E extends { readonly t: number }>(
	entries: readonly E[],
	dayOf: (instant: number) => string,
): ChatDay<E>[] => {
	const days: { at: number; day: string; entries: E[] }[] = [];
	for (const entry of entries) {
		const day = dayOf(entry.t);
		const last = days.at(-1);
		if (last?.day === day) last.entries.push(entry);
		else days.push({ at: entry.t, day, entries: [entry] });
	}
	return days.map(({ at, entries: own }) => ({ at, entries: own }));
};
