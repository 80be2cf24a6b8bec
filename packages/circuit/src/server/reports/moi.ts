import { ok } from '@navette/core';
import type { DocumentSource } from '@navette/engine';
import { anybody, defineReport } from '@navette/server';
import * as v from 'valibot';
import { authorMark, type Card, type Holder } from '../../model/index.ts';
import { readOne } from '../documents.ts';
import { linkedGroupements, linkedGroups } from '../links.ts';
import { rightsOf, type UsedRight } from '../rights.ts';

/** One thing the person is in the circuit. */
interface RoleEntry {
	/** Text of the right, to be named by operations. */
	readonly right: string;
	readonly usage: Holder['role'];
	readonly power: number;
	readonly gc?: string;
	readonly co?: string;
	readonly gp?: string;
	readonly pr?: string;
	/** Absent for an administrator. */
	readonly carte?: Card;
	/** Groupements linked to the group, or groups linked to the groupement. */
	readonly gps?: readonly string[];
	readonly gcs?: readonly string[];
	/** Status of a consumer: 0 active, 1 orders blocked. */
	readonly st?: number;
	/** Hours by which the orders of a group's consumers close before the others. */
	readonly avance?: number;
}

/** What the sheets say of a holder; `undefined` = not (or no longer) there. */
const sheetPart = async (
	source: DocumentSource,
	holder: Holder,
): Promise<Partial<RoleEntry> | undefined> => {
	if (holder.role === 'ADM') return {};
	if (holder.role === 'GP' || holder.role === 'PR') {
		const { gp } = holder;
		const sheet =
			holder.role === 'GP'
				? await readOne(source, 'FGP', { gp })
				: await readOne(source, 'FPR', { gp, pr: holder.pr });
		return sheet && { carte: sheet.carte, gcs: await linkedGroups(source, gp) };
	}
	const { gc } = holder;
	const group = await readOne(source, 'FGC', { gc });
	if (!group) return undefined;
	const common = { gps: await linkedGroupements(source, gc), avance: group.par.avance };
	if (holder.role === 'GC') return { ...common, carte: group.carte };
	const consumer = await readOne(source, 'FCO', { gc, co: holder.co });
	if (!consumer || consumer.st >= 2) return undefined;
	return { ...common, carte: consumer.carte, st: consumer.st };
};

const roleOf = async (
	source: DocumentSource,
	{ right, holder }: UsedRight,
): Promise<RoleEntry | undefined> => {
	const part = await sheetPart(source, holder);
	if (!part) return undefined;
	const { role, ...codes } = holder;
	const base = { right: authorMark(right), usage: role, power: right.power };
	return { ...base, ...codes, ...part };
};

/** Who the caller is in the circuit: one entry per right. */
export const moi = defineReport({
	name: 'Moi',
	about: 'The roles of the caller, with the card and the links of each.',
	input: v.strictObject({}),
	example: {},
	who: anybody,
	async handler(source, _input, account) {
		const roles: RoleEntry[] = [];
		for (const used of rightsOf(account)) {
			const entry = await roleOf(source, used);
			if (entry) roles.push(entry);
		}
		return ok({ roles });
	},
});
