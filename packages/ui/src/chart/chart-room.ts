/** Width of a letter of the charts, px, on the safe side: figures are as wide as each other. */
const LETTER = 6.8;
/** Between two names, px. */
const GAP = 10;

/** Room that a text of a chart takes, px. */
export const roomOf = (text: string): number => Math.ceil(text.length * LETTER);

/** As much of a name as holds in some pixels: the table has it whole. */
export const shortened = (name: string, room: number): string => {
	const letters = Math.max(4, Math.floor(room / LETTER));
	return name.length <= letters ? name : `${name.slice(0, letters - 1).trimEnd()}…`;
};

interface ShownName {
	readonly at: number;
	readonly x: number;
	readonly name: string;
}

/** From the last to the first, leaves out what would be over the one after it. */
const apart = (names: readonly ShownName[]): readonly ShownName[] => {
	let begin = Number.POSITIVE_INFINITY;
	return names
		.toReversed()
		.filter(({ x, name }) => {
			const half = roomOf(name) / 2;
			if (x + half > begin) return false;
			begin = x - half;
			return true;
		})
		.toReversed();
};

/**
 * Which names are written under columns `step` px wide: all when they hold, else every second,
 * third…, the last always. Where one would leave the chart it is moved inside.
 */
export const shownNames = (
	names: readonly string[],
	step: number,
	left: number,
): readonly ShownName[] => {
	const right = left + step * names.length;
	const widest = Math.max(0, ...names.map(roomOf));
	// A name moved inside comes nearer to its neighbour by half of itself.
	const needed = widest + GAP <= step ? step : 1.5 * widest + GAP;
	const every = Math.max(1, Math.ceil(needed / step));
	const placed = names.flatMap((name, at) => {
		if ((names.length - 1 - at) % every !== 0) return [];
		const half = Math.min(roomOf(name), right - left) / 2;
		const x = Math.min(Math.max(left + (at + 0.5) * step, left + half), right - half);
		return [{ at, x, name: shortened(name, right - left) }];
	});
	return apart(placed);
};
