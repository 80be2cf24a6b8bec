import * as v from 'valibot';
import type { ImportLine } from '../model/index.ts';
import { refuse } from './failures.ts';

/** Lines of one file, at most. */
const MAX_LINES = 3_001;

/** Cells of a file, titles first: a program reads them from CSV or XLSX and sends them as texts. */
export const cellsSchema = v.pipe(
	v.array(v.pipe(v.array(v.pipe(v.string(), v.maxLength(1_000))), v.maxLength(60))),
	v.minLength(2),
	v.maxLength(MAX_LINES),
);

/** `E-IMPORT` with the first fault, and how many lines have one; `undefined` when none has. */
export const refuseFaults = (lignes: readonly ImportLine[]) => {
	const wrong = lignes.filter(({ effet }) => effet === 'faux');
	const [first] = wrong;
	const [fault] = first?.fautes ?? [];
	if (!first || !fault) return undefined;
	const { colonne, raison } = fault;
	return refuse('E-IMPORT', { lignes: wrong.length, ligne: first.ligne, colonne, raison });
};
