import * as v from 'valibot';
import {
	actorCodeSchema,
	deliveryCodeSchema,
	groupCodeSchema,
	productCodeSchema,
	writtenGramsSchema,
	writtenHalvesSchema,
} from '../model/index.ts';

/** `USAGE/subject` of the right used. */
export const rightSchema = v.pipe(v.string(), v.regex(/^[A-Z]{2,8}(\/[a-z0-9.-]{1,40})?$/));

/** A delivery, and the right under which it is looked at or written. */
export const deliveryEntries = {
	right: rightSchema,
	gp: groupCodeSchema,
	livr: deliveryCodeSchema,
};

/** One consumer's order for a delivery. */
export const orderEntries = { ...deliveryEntries, gc: groupCodeSchema, co: actorCodeSchema };

const quantityEntries = {
	/** Half units (modes U and UP). */
	q2: v.exactOptional(writtenHalvesSchema),
	/** Grams (mode P). */
	g: v.exactOptional(writtenGramsSchema),
};

/** One quantity of a product; neither `q2` nor `g` = none. */
export const lineEntries = {
	prod: productCodeSchema,
	...quantityEntries,
	/** What the person saw; `null` = no line; absent = whatever is there is replaced. */
	seen: v.exactOptional(v.nullable(v.strictObject(quantityEntries))),
};

/** One quantity to write in an order. */
export interface LineInput {
	readonly prod: string;
	readonly q2?: number;
	readonly g?: number;
	readonly seen?: { readonly q2?: number; readonly g?: number } | null;
}
