/** Some rows or columns that follow each other: `from` is in it, `to` is not. */
export interface Span {
	readonly from: number;
	readonly to: number;
}

/** Where each row or column begins, px, then where the last one ends. */
export type Places = readonly number[];

/** One after the other, from `before` on, px. */
export const placesOf = (sizes: readonly number[], before: number): Places => {
	const places = [before];
	for (const size of sizes) places.push((places.at(-1) ?? before) + size);
	return places;
};

/** How many begin at or before a point: the one at that point is the last of them. */
const countUntil = (places: Places, point: number): number => {
	let [low, high] = [0, places.length];
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((places[middle] ?? 0) <= point) low = middle + 1;
		else high = middle;
	}
	return low;
};

/** Those that are between two points, even in part. */
export const spanIn = (places: Places, start: number, end: number): Span => {
	const last = places.length - 1;
	const from = Math.min(last, Math.max(0, countUntil(places, start) - 1));
	return { from, to: Math.max(from, Math.min(last, countUntil(places, end))) };
};

/** What is seen of a sheet one way, px: from where, how much of it, what lies over both ends. */
export interface Seen {
	readonly scroll: number;
	readonly view: number;
	readonly before: number;
	readonly after: number;
}

/** From where a row or column is seen whole, moving as little as possible. */
export const scrollTo = (places: Places, index: number, seen: Seen): number => {
	const { scroll, view, before, after } = seen;
	const start = (places[index] ?? 0) - before;
	const end = (places[index + 1] ?? 0) + after - view;
	return start < scroll ? start : Math.max(scroll, Math.min(start, end));
};
