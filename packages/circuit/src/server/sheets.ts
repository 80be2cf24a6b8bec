import { type Failure, ok, type Result } from '@navette/core';
import type { DocumentSource, OperationContext } from '@navette/engine';
import { type Account, type Key, type Right, textToKey } from '@navette/model';
import * as v from 'valibot';
import { type DocumentData, documentTypes, type Holder, wrongCodeOf } from '../model/index.ts';
import { readOne } from './documents.ts';
import { refuse } from './failures.ts';
import { rightSchema } from './inputs.ts';
import { admittedRight } from './rights.ts';
import { saveGroupDirectories, saveGroupementDirectories } from './save-directories.ts';

export const sheetNameSchema = v.picklist(['FGC', 'FCO', 'FGP', 'FPR']);
export type SheetName = v.InferOutput<typeof sheetNameSchema>;

/** One sheet, and the right under which it is written. */
export const sheetEntries = {
	right: rightSchema,
	type: sheetNameSchema,
	/** Values of the key joined by `.` */
	id: v.pipe(v.string(), v.maxLength(40)),
};

/** As what somebody writes a sheet: it is his own, he manages whose it is, or he administers all. */
export type SheetRole = 'owner' | 'manager' | 'administrator';

const isMain = (holder: Holder): boolean => !('power' in holder) || holder.power === 1;

type Place = Readonly<Partial<Record<'gc' | 'gp' | 'co' | 'pr', string>>>;

/** Whose each sheet is, and who manages it for him. */
const OWNERS: Readonly<Record<SheetName, Partial<Record<Holder['role'], SheetRole>>>> = {
	FGC: { GC: 'owner', ADM: 'administrator' },
	FGP: { GP: 'owner', ADM: 'administrator' },
	FCO: { CO: 'owner', GC: 'manager' },
	FPR: { PR: 'owner', GP: 'manager' },
};

/** A consumer owns his sheet, main animators manage it; the same for producers and groupements. */
const roleOn = (holder: Holder, type: SheetName, key: Place): SheetRole | undefined => {
	const role = OWNERS[type][holder.role];
	if (holder.role === 'ADM' || role === undefined) return role;
	const place: Place = holder;
	const isInside = (['gc', 'gp', 'co', 'pr'] as const).every(
		(name) => place[name] === undefined || place[name] === key[name],
	);
	return isInside && isMain(holder) ? role : undefined;
};

/** A sheet opened by somebody who may write it. */
export interface OpenSheet<N extends SheetName = SheetName> {
	readonly type: N;
	readonly key: Readonly<Record<string, string>>;
	readonly sheet: DocumentData[N];
	readonly as: SheetRole;
}

/** Opens a sheet. Errors: `E-DROIT` not one's own nor managed, a helper; `E-VIDE` no such sheet; `E-BLOQUE`. */
export const openSheet = async (
	source: DocumentSource & { readonly account: Account },
	{ right, type, id }: { readonly right: string; readonly type: SheetName; readonly id: string },
): Promise<Result<OpenSheet, Failure>> => {
	const key = textToKey(documentTypes[type].key, id);
	if (!key || wrongCodeOf(key)) return refuse('E-VIDE', { type, id });
	const { holder } = admittedRight(source.account, right);
	const as = roleOn(holder, type, key);
	if (!as) return refuse('E-DROIT', { right });
	const sheet = await readOne(source, type, key);
	if (!sheet) return refuse('E-VIDE', { type, id });
	const isBlocked = holder.role === 'CO' && 'pref' in sheet && sheet.st >= 2;
	return isBlocked ? refuse('E-BLOQUE', { id }) : ok({ type, key, sheet, as });
};

/** Writes a sheet and the directories that show it. */
export const saveSheet = async <N extends SheetName>(
	context: OperationContext,
	type: N,
	key: Key,
	sheet: DocumentData[N],
): Promise<void> => {
	await context.write(type, key, sheet);
	if (key.gc !== undefined) await saveGroupDirectories(context, key.gc);
	else if (key.gp !== undefined) await saveGroupementDirectories(context, key.gp);
};

/** The right that an access on a sheet gives. */
export const rightOn = (type: SheetName, id: string, power: number): Right => ({
	usage: { FGC: 'GC', FCO: 'CO', FGP: 'GP', FPR: 'PR' }[type],
	subject: id,
	power,
});
