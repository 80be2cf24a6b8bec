/** Heights of one part of a print, in one unit. */
export interface PartHeights {
	/** Title and what is under it. */
	readonly head: number;
	/** Head of the table, repeated on each page. */
	readonly columns: number;
	readonly rows: readonly number[];
	readonly startsPage?: boolean;
	readonly together?: boolean;
}

/** Rows `from` (included) to `to` (not included) of a part, on one page. */
export interface Slice {
	readonly part: number;
	readonly from: number;
	readonly to: number;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);

/** The rows from one on that end within the room, and where the last of them ends. */
const rowsThatFit = (rows: readonly number[], from: number, start: number, room: number) => {
	let to = from;
	let end = start;
	for (const height of rows.slice(from)) {
		if (end + height > room) break;
		end += height;
		to += 1;
	}
	return { to, end };
};

/** Whether a part that stays together holds on a page, but not on what is left of this one. */
const movesWhole = (part: PartHeights, used: number, room: number): boolean => {
	const whole = part.head + part.columns + sum(part.rows);
	return part.together === true && whole <= room && used + whole > room;
};

/**
 * Cuts parts into pages of a height. Rows are never split: one higher than a page has a page of its
 * own. A title never stays alone at the foot of a page. `gap` comes between two parts.
 */
export const paginate = (
	parts: readonly PartHeights[],
	room: number,
	gap: number,
): readonly (readonly Slice[])[] => {
	const pages: Slice[][] = [];
	let page: Slice[] = [];
	let used = 0;
	const turn = (): void => {
		if (page.length > 0) pages.push(page);
		page = [];
		used = 0;
	};
	/** Puts the rows of a part that fit on the page; answers from which row it goes on. */
	const put = (part: PartHeights, index: number, from: number): number => {
		const start = (used === 0 ? 0 : used + gap) + part.head + part.columns;
		const { to, end } = rowsThatFit(part.rows, from, start, room);
		const isStuck = to === from && (part.rows.length > 0 || start > room);
		if (isStuck && used > 0) {
			turn();
			return put(part, index, from);
		}
		// What is higher than a page is alone on one.
		const next = isStuck ? Math.min(from + 1, part.rows.length) : to;
		page.push({ part: index, from, to: next });
		used = end;
		return next;
	};
	parts.forEach((part, index) => {
		if (part.startsPage || movesWhole(part, used === 0 ? 0 : used + gap, room)) turn();
		let from = put(part, index, 0);
		while (from < part.rows.length) {
			turn();
			from = put(part, index, from);
		}
	});
	turn();
	return pages;
};
