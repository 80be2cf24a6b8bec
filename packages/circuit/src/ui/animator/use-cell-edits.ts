import { type Session, useAnnounce, useLanguage, useSession, useUndo } from '@navette/ui';
import { useCallback, useRef, useState } from 'react';
import {
	type Edition,
	type EditScope,
	editOperation,
	type LineEdit,
	readTyped,
	type StaleLine,
	staleLineOf,
} from '../../client/index.ts';
import { circuitErrors } from '../../model/index.ts';

/** What became of the last quantity typed in a cell. */
export interface CellOutcome {
	readonly state: 'sending' | 'saved' | 'refused';
	/** What was asked for; absent when what was typed is no quantity. */
	readonly amount?: number;
	/** What was typed. */
	readonly text: string;
	/** Instant of the line when the person typed: a later line is newer than this outcome. */
	readonly seenAt: number | undefined;
	readonly sentence?: string;
	/** Somebody changed the line meanwhile. */
	readonly stale?: StaleLine;
}

/** A cell with what was typed in it. */
export interface TypedCell extends Omit<LineEdit, 'amount'> {
	readonly text: string;
	/** "Oranges, Paul Martin: 2 crates" */
	said(amount: number): string;
}

export const cellKey = (co: string, code: string): string => `${co} ${code}`;

type Outcomes = ReadonlyMap<string, CellOutcome>;
type Refused = NonNullable<ReturnType<Session['outbox']['get']>[number]['error']>;

/** Writes quantities in the orders of consumers, and keeps what came of each. */
export function useCellEdits(scope: EditScope, edition: Edition) {
	const session = useSession();
	const language = useLanguage();
	const announce = useAnnounce();
	const offerUndo = useUndo();
	const [outcomes, setOutcomes] = useState<Outcomes>(new Map());
	const latest = useRef({ scope, edition });
	latest.current = { scope, edition };

	const keep = useCallback((key: string, outcome: CellOutcome | undefined) => {
		setOutcomes((before) => {
			const next = new Map(before);
			if (outcome) next.set(key, outcome);
			else next.delete(key);
			return next;
		});
	}, []);

	const refuse = useCallback(
		(key: string, typed: Omit<CellOutcome, 'state'>, sentence: string) => {
			keep(key, { ...typed, state: 'refused', sentence });
			announce(sentence);
		},
		[keep, announce],
	);

	const send = useCallback(
		async (cell: TypedCell, amount: number, overwrite: boolean, undoable: boolean) => {
			const key = cellKey(cell.co, cell.code);
			const typed = { text: cell.text, amount, seenAt: cell.seen?.at };
			const { co, code, product, seen } = cell;
			const edit = { co, code, product, amount, ...(overwrite ? {} : { seen }) };
			if (latest.current.edition === 'none') return;
			keep(key, { ...typed, state: 'sending' });
			const { name, input } = editOperation(edit, latest.current.scope, latest.current.edition);
			const result = await session.call<unknown>(name, input);
			if (!result.ok) {
				const error: Refused = result.error;
				const stale = staleLineOf(error);
				return refuse(key, stale ? { ...typed, stale } : typed, error.sentence[language]);
			}
			keep(key, { ...typed, state: 'saved' });
			const message = cell.said(amount);
			if (!undoable) return announce(message);
			const before = seen?.wanted ?? 0;
			offerUndo({
				message,
				undo: () => void send({ ...cell, text: '' }, before, true, false),
			});
		},
		[session, language, keep, refuse, announce, offerUndo],
	);

	/** Reads and writes what was typed; answers whether the cell may be left. */
	const submit = useCallback(
		(cell: TypedCell): boolean => {
			const key = cellKey(cell.co, cell.code);
			const read = readTyped(cell.text, cell.product);
			if (!read.ok) {
				const typed = { text: cell.text, seenAt: cell.seen?.at };
				refuse(key, typed, circuitErrors[read.error.code].sentence[language]);
				return false;
			}
			if (read.value === (cell.seen?.wanted ?? 0)) keep(key, undefined);
			else void send(cell, read.value, false, true);
			return true;
		},
		[language, keep, refuse, send],
	);

	return {
		outcomes,
		submit,
		/** Writes the quantity over what somebody else put. */
		overwrite: useCallback(
			(cell: TypedCell, amount: number) => void send(cell, amount, true, true),
			[send],
		),
		dismiss: useCallback((co: string, code: string) => keep(cellKey(co, code), undefined), [keep]),
	};
}

export type CellEdits = ReturnType<typeof useCellEdits>;
