import * as v from 'valibot';
import { sheetEntries } from './card.ts';
import { groupCodeSchema } from './codes.ts';
import { gramsSchema, instantSchema, integerSchema, textSchema } from './fields.ts';

/** State of one side of a link between a group and a groupement. */
export const linkStateSchema = v.picklist(['demande', 'actif', 'suspendu']);
export type LinkState = v.InferOutput<typeof linkStateSchema>;

const percentSchema = integerSchema(0, 100);
const languageSchema = v.picklist(['fr', 'en']);

/** FGC, sheet of a group; key `gc`. */
export const groupSheetSchema = v.strictObject({
	...sheetEntries,
	gps: v.array(v.strictObject({ gp: groupCodeSchema, st: linkStateSchema, t: instantSchema })),
	par: v.strictObject({
		/** Hours before `tClo` at which orders close for the group's consumers. */
		avance: integerSchema(0, 72),
		/** Tolerances of reception: grams, and per cent. */
		tolG: gramsSchema,
		tolPct: percentSchema,
		/** Whether producers see the detail by consumer (initials). */
		detPr: v.boolean(),
		langue: languageSchema,
	}),
	tz: textSchema(64),
	st: v.picklist(['actif', 'clos']),
});
export type GroupSheet = v.InferOutput<typeof groupSheetSchema>;

/** 0 active, 1 orders blocked, 2 access blocked, 9 left. */
export const consumerStatusSchema = v.picklist([0, 1, 2, 9]);
export type ConsumerStatus = v.InferOutput<typeof consumerStatusSchema>;

/** FCO, sheet of a consumer; key `gc co`. */
export const consumerSheetSchema = v.strictObject({
	...sheetEntries,
	st: consumerStatusSchema,
	raison: v.exactOptional(textSchema(300)),
	pref: v.strictObject({ rappels: v.boolean(), langue: languageSchema }),
});
export type ConsumerSheet = v.InferOutput<typeof consumerSheetSchema>;

/** A truck of a groupement: its name, as stops give it (`cam`), and what it may carry. */
export const truckSchema = v.strictObject({
	nom: textSchema(20),
	cap: v.pipe(gramsSchema, v.minValue(1)),
});
export type Truck = v.InferOutput<typeof truckSchema>;

/** FGP, sheet of a groupement; key `gp`. */
export const groupementSheetSchema = v.strictObject({
	...sheetEntries,
	gcs: v.array(v.strictObject({ gc: groupCodeSchema, st: linkStateSchema, t: instantSchema })),
	par: v.strictObject({
		/** Days from `tExp` to the archive of a new delivery. */
		archJ: integerSchema(7, 90),
		tolPct: percentSchema,
		/** Which day chooses the conditions in force: of the delivery, or of its opening. */
		catRef: v.picklist(['livraison', 'ouverture']),
		/** Its trucks; a stop may name another. */
		camions: v.exactOptional(v.pipe(v.array(truckSchema), v.maxLength(20))),
	}),
	tz: textSchema(64),
	st: v.picklist(['actif', 'clos']),
});
export type GroupementSheet = v.InferOutput<typeof groupementSheetSchema>;

/** FPR, sheet of a producer; key `gp pr`. */
export const producerSheetSchema = v.strictObject({
	...sheetEntries,
	rayons: v.pipe(v.array(textSchema(40)), v.maxLength(50)),
	st: v.picklist(['actif', 'clos']),
});
export type ProducerSheet = v.InferOutput<typeof producerSheetSchema>;

/** Whether a group and a groupement do business: both sides say so. */
export const isLinkActive = (
	gc: string,
	group: Pick<GroupSheet, 'gps'>,
	gp: string,
	groupement: Pick<GroupementSheet, 'gcs'>,
): boolean =>
	group.gps.some((link) => link.gp === gp && link.st === 'actif') &&
	groupement.gcs.some((link) => link.gc === gc && link.st === 'actif');
