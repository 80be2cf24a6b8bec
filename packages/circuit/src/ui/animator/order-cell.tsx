import type { Formats } from '@navette/ui';
import {
	type ConsumerColumn,
	type OrderCell,
	type OrdersByConsumer,
	orderCell,
	type ProductRow,
} from '../../client/index.ts';
import { amountInWords, amountShort } from '../parts/amount-words.ts';
import type { SheetCell } from '../parts/sheet/sheet.ts';
import { columnName } from './grid-columns.tsx';
import type { GroupOrderTexts } from './group-order-texts.ts';
import { type CellOutcome, cellKey, type TypedCell } from './use-cell-edits.ts';

/** What the cells of the grid are read from. */
export interface CellContext {
	readonly orders: OrdersByConsumer;
	readonly outcomes: ReadonlyMap<string, CellOutcome>;
	readonly people: ReadonlyMap<string, ConsumerColumn>;
	readonly text: GroupOrderTexts;
	readonly formats: Formats;
}

/** All that is known of one cell. */
export interface CellFacts {
	readonly cell: OrderCell | undefined;
	/** What came of the last quantity typed, as long as nothing newer came. */
	readonly outcome: CellOutcome | undefined;
	readonly typed: TypedCell;
	/** What a person who opens the cell starts from. */
	readonly startText: string;
}

const isCaughtUp = (outcome: CellOutcome, cell: OrderCell | undefined): boolean =>
	outcome.state === 'saved' &&
	((cell?.wanted ?? 0) === outcome.amount || cell?.at !== outcome.seenAt);

/** A quantity as it is typed: `1,5`, `500 g`. */
const typedText = (amount: number, row: ProductRow, formats: Formats): string => {
	if (amount === 0) return '';
	return row.mode === 'P' ? formats.weight(amount) : formats.number(amount / 2);
};

/** What is ordered in a cell, and what came of the last quantity typed there. */
export const cellState = (
	{ orders, outcomes }: CellContext,
	row: ProductRow,
	co: string,
): Pick<CellFacts, 'cell' | 'outcome'> => {
	const cell = orderCell(orders.get(co)?.lignes[row.code], row.mode);
	const kept = outcomes.size > 0 ? outcomes.get(cellKey(co, row.code)) : undefined;
	return { cell, outcome: kept && isCaughtUp(kept, cell) ? undefined : kept };
};

export const cellFacts = (context: CellContext, row: ProductRow, co: string): CellFacts => {
	const { people, text, formats } = context;
	const { cell, outcome } = cellState(context, row, co);
	const person = people.get(co);
	const who = person ? columnName(person, text) : co;
	const refused = outcome?.state === 'refused' ? outcome.text : undefined;
	return {
		cell,
		outcome,
		startText: refused ?? typedText(cell?.wanted ?? 0, row, formats),
		typed: {
			...{ co, code: row.code, product: row.line, seen: cell, text: '' },
			said: (amount) =>
				text.cell(
					row.line.perm.lib,
					who,
					amount === 0 ? text.nothing : amountInWords(amount, row.line.perm, formats),
				),
		},
	};
};

const pendingCell = (amount: number, row: ProductRow, formats: Formats): SheetCell => ({
	content: amount === 0 ? '–' : amountShort(amount, row.mode, formats),
	said: amountInWords(amount, row.line.perm, formats),
	tone: 'pending',
});

/** What a cell shows: its quantity, what it was ordered before, who wrote it. */
export const shownCell = (
	{ cell, outcome }: Pick<CellFacts, 'cell' | 'outcome'>,
	row: ProductRow,
	text: GroupOrderTexts,
	formats: Formats,
): SheetCell => {
	if (outcome?.state === 'refused')
		return { content: outcome.text, said: `${outcome.text}. ${outcome.sentence}`, tone: 'danger' };
	if (outcome) return pendingCell(outcome.amount ?? 0, row, formats);
	if (!cell) return { content: null, said: text.nothing };
	const changed = cell.ordered !== cell.amount;
	const ordered = text.attributed(amountShort(cell.ordered, row.mode, formats));
	const marks = [changed ? ordered : '', cell.byAnimator ? text.byAnimator : ''].filter(Boolean);
	const amount = amountShort(cell.amount, row.mode, formats);
	return {
		// One text where that says it all: thousands of cells do.
		content: changed ? (
			<>
				<span>{amount}</span>
				<s className="ca-was">{amountShort(cell.ordered, row.mode, formats)}</s>
			</>
		) : (
			amount
		),
		said: [amountInWords(cell.amount, row.line.perm, formats), ...marks].join(', '),
		tone: 'strong',
		isMarked: cell.byAnimator,
	};
};
