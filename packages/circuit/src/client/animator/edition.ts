import { err, ok, type Result } from '@navette/core';
import { parseQuantity, parseWeight } from '@navette/ui/formats';
import {
	checkAmount,
	type Delivery,
	type Failure,
	failure,
	type Instant,
	mayWrite,
	type Phase,
	phaseForGroup,
	quantityOf,
} from '../../model/index.ts';
import type { OfferedLine } from './catalogue.ts';
import type { OrderCell } from './order-cells.ts';

/**
 * What typing in the grid writes now: the order on behalf of a consumer while orders are open, what
 * is attributed to him once the truck has arrived, or nothing.
 */
export type Edition = 'ordered' | 'attributed' | 'none';

/** What an animator may write in a phase. */
export const editionIn = (phase: Phase): Edition => {
	if (mayWrite({ role: 'GC', object: 'BCC.cmd', phase }).ok) return 'ordered';
	return mayWrite({ role: 'GC', object: 'BCC.att', phase }).ok ? 'attributed' : 'none';
};

/** The same for a delivery at an instant. */
export const editionAt = (delivery: Delivery, gc: string, now: Instant): Edition =>
	editionIn(phaseForGroup(delivery, gc, now));

/**
 * Reads what a person typed for a product: `2`, `,5`, `1½` units, or `500`, `1,5 kg` of a weight;
 * nothing typed is zero. Errors: `E-PAS` not a quantity or not a multiple of the step, `E-DEMI`.
 */
export const readTyped = (text: string, product: OfferedLine): Result<number, Failure> => {
	if (text.trim() === '') return ok(0);
	const amount = product.perm.mode === 'P' ? parseWeight(text) : parseQuantity(text);
	if (amount === undefined) return err(failure('E-PAS', { text }));
	const checked = checkAmount(product, amount);
	return checked.ok ? ok(amount) : checked;
};

/** One quantity of one consumer's order, to write. */
export interface LineEdit {
	readonly co: string;
	readonly code: string;
	readonly product: OfferedLine;
	readonly amount: number;
	/** The cell that the person saw; `undefined` = no line; absent = whatever is there. */
	readonly seen?: OrderCell | undefined;
}

/** Whose delivery is written, under which right. */
export interface EditScope {
	readonly right: string;
	readonly gc: string;
	readonly gp: string;
	readonly livr: string;
}

/** The operation that writes a quantity, and its input. */
export const editOperation = (
	edit: LineEdit,
	scope: EditScope,
	edition: Exclude<Edition, 'none'>,
): { name: 'CmdLigne' | 'AttLigne'; input: Readonly<Record<string, unknown>> } => {
	const { mode } = edit.product.perm;
	const { co, code, amount, seen } = edit;
	const input = { ...scope, co, prod: code, ...quantityOf(mode, amount) };
	const name = edition === 'ordered' ? 'CmdLigne' : 'AttLigne';
	if (!Object.hasOwn(edit, 'seen')) return { name, input };
	const amountSeen = edition === 'ordered' ? seen?.ordered : seen?.wanted;
	return {
		name,
		input: { ...input, seen: amountSeen === undefined ? null : quantityOf(mode, amountSeen) },
	};
};
