import * as v from 'valibot';
import {
	actorCodeSchema,
	deliveryCodeSchema,
	groupCodeSchema,
	productCodeSchema,
	unitGramsSchema,
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

/** A product of a general catalogue. */
export const generalEntries = { right: rightSchema, gp: groupCodeSchema, prod: productCodeSchema };

/** A group's part of a delivery. */
export const groupEntries = { ...deliveryEntries, gc: groupCodeSchema };

/** A producer's carton for a group. */
export const cartonEntries = { ...groupEntries, pr: actorCodeSchema };

/** One quantity of a product; neither `q2` nor `g` = none. */
export const lineEntries = {
	prod: productCodeSchema,
	...quantityEntries,
	/** What the person saw; `null` = no line; absent = whatever is there is replaced. */
	seen: v.exactOptional(v.nullable(v.strictObject(quantityEntries))),
};

/** A quantity declared: halves (U), halves and perhaps grams (UP), grams (P). */
export const quantitySchema = v.pipe(
	v.strictObject(quantityEntries),
	v.check(({ q2, g }) => q2 !== undefined || g !== undefined, 'neither q2 nor g'),
);

/** What the person saw; `null` = nothing; absent = whatever is there is replaced. */
export const seenQuantitySchema = v.exactOptional(v.nullable(v.strictObject(quantityEntries)));

/** Id that a device gives a package: it may be made without network. */
export const packageIdSchema = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{1,64}$/));

/** Weight of one package: 1 g to 400 kg. */
export const packageGramsSchema = unitGramsSchema;

/** One quantity to write in an order. */
export interface LineInput {
	readonly prod: string;
	readonly q2?: number;
	readonly g?: number;
	readonly seen?: { readonly q2?: number; readonly g?: number } | null;
}
