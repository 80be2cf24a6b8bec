import {
	type Author,
	amountOf,
	type ConsumerLine,
	dueOf,
	type Instant,
	type Mode,
	parseAuthorMark,
} from '../../model/index.ts';

/** What one consumer has of one product. Amounts are halves (U, UP) or grams (P). */
export interface OrderCell {
	/** The quantity that counts: given, failing that attributed, failing that ordered. */
	readonly amount: number;
	readonly ordered: number;
	/** The quantity that the next write has seen: ordered, or attributed once the order is closed. */
	readonly wanted: number;
	readonly author: Author;
	readonly at: Instant;
	/** Written by an animator, on behalf of the consumer. */
	readonly byAnimator: boolean;
}

/** The cell of a line; `undefined` when there is no line. */
export const orderCell = (line: ConsumerLine | undefined, mode: Mode): OrderCell | undefined => {
	if (!line) return undefined;
	const last = line.dis ?? line.att ?? line.cmd;
	const author = parseAuthorMark(last.par);
	return {
		amount: amountOf(mode, dueOf(line)),
		ordered: amountOf(mode, line.cmd),
		wanted: amountOf(mode, line.att ?? line.cmd),
		author,
		at: last.t,
		byAnimator: author.right.startsWith('GC/'),
	};
};
