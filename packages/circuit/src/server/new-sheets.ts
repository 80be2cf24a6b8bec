import { err, type Failure, ok, type Result } from '@navette/core';
import type { OperationContext } from '@navette/engine';
import type { Key } from '@navette/model';
import * as v from 'valibot';
import {
	type Accesses,
	cardSchema,
	confidentialitySchema,
	contactSchema,
	type DocumentData,
} from '../model/index.ts';
import { accessEntries, grantRight } from './accesses.ts';
import { readOne } from './documents.ts';
import { refuse } from './failures.ts';
import { rightOn, type SheetName, saveSheet } from './sheets.ts';

/** What every new sheet says. */
export const newSheetEntries = {
	carte: cardSchema,
	contact: v.exactOptional(contactSchema),
	conf: v.exactOptional(confidentialitySchema),
	/** First secret that lets act for it. */
	acces: v.exactOptional(v.strictObject(accessEntries)),
};

interface NewSheet {
	readonly carte: DocumentData['FCO']['carte'];
	readonly contact?: DocumentData['FCO']['contact'];
	readonly conf?: DocumentData['FCO']['conf'];
	readonly acces?: { readonly lab: string; readonly hash: string };
}

/** The common part of a new sheet. */
export const newSheetOf = ({ carte, contact, conf, acces }: NewSheet) => ({
	carte,
	contact: contact ?? { tels: [], mails: [] },
	conf: conf ?? {},
	acces: (acces ? [{ ...acces, pw: 1 }] : []) satisfies Accesses,
});

/** Writes a sheet that must not be there yet, and gives its first access. `E-DEJA`. */
export const createSheet = async <N extends SheetName>(
	context: OperationContext,
	type: N,
	key: Key,
	sheet: DocumentData[N],
): Promise<Result<void, Failure>> => {
	const id = Object.values(key).join('.');
	if (await readOne(context, type, key)) return refuse('E-DEJA', { id });
	await saveSheet(context, type, key, sheet);
	for (const given of sheet.acces) await grantRight(context, given, rightOn(type, id, given.pw));
	return ok(undefined);
};

/** The next number after those taken, from 2: `1` is the group or the groupement itself. */
export const nextNumber = (taken: readonly (string | undefined)[]): Result<string, Failure> => {
	const next = Math.max(1, ...taken.map(Number)) + 1;
	return next > 999 ? err({ code: 'E-DEJA' }) : ok(String(next));
};
