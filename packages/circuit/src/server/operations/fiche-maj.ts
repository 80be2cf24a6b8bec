import { err, type Failure, ok, type Result } from '@navette/core';
import { defineOperation } from '@navette/server';
import * as v from 'valibot';
import {
	changeSheet,
	consumerSheetSchema,
	type DocumentData,
	groupementSheetSchema,
	groupSheetSchema,
	producerSheetSchema,
	sheetChangeEntries,
} from '../../model/index.ts';
import { refuse, toFailure } from '../failures.ts';
import { rebuildLivingOrders } from '../rebuild-group.ts';
import { holding } from '../rights.ts';
import { type OpenSheet, openSheet, saveSheet, sheetEntries } from '../sheets.ts';

const input = v.strictObject({
	...sheetEntries,
	...sheetChangeEntries,
	/** Settings of a group, of a groupement. */
	par: v.exactOptional(
		v.union([
			v.strictObject(v.partial(groupSheetSchema.entries.par).entries),
			v.strictObject(v.partial(groupementSheetSchema.entries.par).entries),
		]),
	),
	/** Preferences of a consumer. */
	pref: v.exactOptional(consumerSheetSchema.entries.pref),
	/** Shelves of a producer. */
	rayons: v.exactOptional(producerSheetSchema.entries.rayons),
	/** Open or closed: a group, a groupement, a producer. */
	st: v.exactOptional(v.picklist(['actif', 'clos'])),
});
type Input = v.InferOutput<typeof input>;
type Own = 'par' | 'pref' | 'rayons' | 'st';

/** Who changes which part of which sheet, beside card, contact and confidentiality. */
const PARTS: Readonly<Record<OpenSheet['type'], Partial<Record<Own, OpenSheet['as']>>>> = {
	FGC: { par: 'owner', st: 'administrator' },
	FGP: { par: 'owner', st: 'administrator' },
	FCO: { pref: 'owner' },
	FPR: { rayons: 'manager', st: 'manager' },
};

const foreignPart = (asked: Input, { type, as }: OpenSheet): Own | undefined =>
	(['par', 'pref', 'rayons', 'st'] as const).find(
		(part) => asked[part] !== undefined && PARTS[type][part] !== as,
	);

const ownParts = (asked: Input, sheet: OpenSheet['sheet']): object => ({
	...(asked.par && 'par' in sheet ? { par: { ...sheet.par, ...asked.par } } : {}),
	...(asked.pref ? { pref: asked.pref } : {}),
	...(asked.rayons ? { rayons: asked.rayons } : {}),
	...(asked.st ? { st: asked.st } : {}),
});

/** The settings of a group are not those of a groupement: what does not belong is refused. */
const isWhole = ({ type }: OpenSheet, sheet: object): boolean => {
	const schemas = {
		...{ FGC: groupSheetSchema, FCO: consumerSheetSchema },
		...{ FGP: groupementSheetSchema, FPR: producerSheetSchema },
	};
	return v.is(schemas[type], sheet);
};

const changedSheet = (
	asked: Input,
	open: OpenSheet,
): Result<DocumentData[OpenSheet['type']], Failure> => {
	const part = foreignPart(asked, open);
	if (part) return refuse('E-DROIT', { champ: part });
	const rules = { byOwner: open.as === 'owner', reachable: open.type === 'FCO' };
	const changed = changeSheet<OpenSheet['sheet']>(open.sheet, asked, rules);
	if (!changed.ok) return err(toFailure(changed.error));
	const sheet = { ...changed.value, ...ownParts(asked, open.sheet) };
	return isWhole(open, sheet) ? ok(sheet) : refuse('E-DROIT', { champ: 'par' });
};

/** Card, contact, confidentiality and settings of a sheet. */
export const ficheMaj = defineOperation({
	name: 'FicheMaj',
	about:
		'Changes fields of a sheet; those left out stay, so that two people may change two fields.',
	input,
	example: {
		...{ right: 'CO/dupleix.3', type: 'FCO', id: 'dupleix.3' },
		conf: { tels: 1, mails: 2 },
	},
	who: holding,
	async handler(context, asked) {
		const opened = await openSheet(context, asked);
		if (!opened.ok) return opened;
		const { type, key } = opened.value;
		const changed = changedSheet(asked, opened.value);
		if (!changed.ok) return changed;
		await saveSheet(context, type, key, changed.value);
		// Producers may be shown initials, and alerts are judged with the group's tolerances.
		const hasMoved = asked.par !== undefined || asked.carte?.init !== undefined;
		if (key.gc !== undefined && hasMoved) await rebuildLivingOrders(context, key.gc);
		const { acces: _acces, ...shown } = changed.value;
		return ok({ fiche: shown });
	},
});
