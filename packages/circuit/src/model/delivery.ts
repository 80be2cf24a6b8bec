import * as v from 'valibot';
import { deliveryCodeSchema, groupCodeSchema } from './codes.ts';
import { authorSchema, instantSchema, integerSchema, textSchema } from './fields.ts';

const dateEntries = {
	/** Orders open. */
	tOuv: instantSchema,
	/** Orders close. */
	tClo: instantSchema,
	/** The truck leaves. */
	tExp: instantSchema,
	/** Nothing can be written any more. */
	tArc: instantSchema,
};

/** Where and when a delivery stops at one group. */
export const stopSchema = v.strictObject({
	/** The truck arrives. */
	tLiv: instantSchema,
	adrL: textSchema(300),
	/** Distribution to consumers starts (and ends). */
	tDis: instantSchema,
	finDis: v.exactOptional(instantSchema),
	adrD: textSchema(300),
	/** Order of the stop in the tour. */
	ordre: integerSchema(0, 999),
	/** Truck. */
	cam: v.exactOptional(textSchema(20)),
	/** The group was removed from the tour at this instant; its orders are kept. */
	retire: v.exactOptional(instantSchema),
});
export type Stop = v.InferOutput<typeof stopSchema>;

/**
 * Instants at which people were told what time alone brought. News follow from them (`circuitNews`).
 */
const toldSchema = v.strictObject({
	/** A day before the closing: groups whose halves do not make whole units. */
	parite: v.exactOptional(v.strictObject({ t: instantSchema, gcs: v.array(groupCodeSchema) })),
	/** Orders are closed: the lists of producers are final. */
	clos: v.exactOptional(instantSchema),
	/** The truck left. */
	parti: v.exactOptional(instantSchema),
	/** Orders changed since the last digest. */
	bilan: v.exactOptional(instantSchema),
	/** The catalogue is not approved and the opening is near. */
	catalogue: v.exactOptional(instantSchema),
});

/** LIVRG, a delivery of a groupement; key `gp livr`. */
export const deliverySchema = v.strictObject({
	lib: v.exactOptional(textSchema(80)),
	...dateEntries,
	/** Cancelled. */
	ann: v.exactOptional(v.strictObject({ t: instantSchema, raison: textSchema(500) })),
	pts: v.record(groupCodeSchema, stopSchema),
	dits: v.exactOptional(toldSchema),
	/** Accepted changes of dates and places since the opening. */
	hist: v.array(
		v.strictObject({
			t: instantSchema,
			par: authorSchema,
			/** Field, or `pts.<gc>.<field>`. */
			champ: textSchema(60),
			av: v.union([instantSchema, v.string(), v.null()]),
			ap: v.union([instantSchema, v.string(), v.null()]),
		}),
	),
});
export type Delivery = v.InferOutput<typeof deliverySchema>;

/** One delivery as the calendar shows it. */
export const calendarEntrySchema = v.strictObject({
	livr: deliveryCodeSchema,
	lib: v.exactOptional(textSchema(80)),
	...dateEntries,
	gcs: v.array(groupCodeSchema),
	ann: v.exactOptional(instantSchema),
	/** `false`: announced only; `true`: the copy of a delivery that exists. */
	det: v.boolean(),
});
export type CalendarEntry = v.InferOutput<typeof calendarEntrySchema>;

/** CALG, calendar of a groupement; key `gp`. */
export const calendarSchema = v.strictObject({ livrs: v.array(calendarEntrySchema) });
export type Calendar = v.InferOutput<typeof calendarSchema>;
