import * as v from 'valibot';
import { actorCodeSchema, productCodeSchema, productNumberSchema } from './codes.ts';
import {
	alertsSchema,
	authorSchema,
	centsSchema,
	countSchema,
	gramsSchema,
	halvesSchema,
	instantSchema,
	integerSchema,
	textSchema,
	writtenGramsSchema,
	writtenHalvesSchema,
} from './fields.ts';

const markEntries = { t: instantSchema, par: authorSchema };
const quantityEntries = {
	q2: v.exactOptional(writtenHalvesSchema),
	g: v.exactOptional(writtenGramsSchema),
};

/** A quantity that somebody wrote: halves in modes U and UP, grams in mode P. */
export const writtenQuantitySchema = v.strictObject({ ...quantityEntries, ...markEntries });
export type WrittenQuantity = v.InferOutput<typeof writtenQuantitySchema>;

/** What was given or received; in mode UP it carries the number (`q2`) and the weight (`g`). */
export const weighedQuantitySchema = v.strictObject({
	...quantityEntries,
	...markEntries,
	/** The weight is an estimate. */
	est: v.exactOptional(v.boolean()),
});
export type WeighedQuantity = v.InferOutput<typeof weighedQuantitySchema>;

/** A package held by a consumer, with its price. */
export const heldPackageSchema = v.strictObject({
	id: textSchema(64),
	g: gramsSchema,
	px: centsSchema,
});
export type HeldPackage = v.InferOutput<typeof heldPackageSchema>;

/** A line of a consumer's order. */
export const consumerLineSchema = v.strictObject({
	/** Ordered. */
	cmd: writtenQuantitySchema,
	/** First order, to serve the first ordered first. */
	t1: instantSchema,
	/** Attributed by the animator instead of what was ordered. */
	att: v.exactOptional(writtenQuantitySchema),
	/** Given. */
	dis: v.exactOptional(weighedQuantitySchema),
	/** Derived from the group's order. */
	paq: v.exactOptional(v.array(heldPackageSchema)),
	rem: v.exactOptional(textSchema(300)),
});
export type ConsumerLine = v.InferOutput<typeof consumerLineSchema>;

/** BCC, order form of a consumer; key `gc co gp livr`. */
export const consumerOrderSchema = v.strictObject({
	lignes: v.record(productCodeSchema, consumerLineSchema),
	/** Derived: references, gross grams, cents, whether an estimate, alerts. */
	tot: v.strictObject({
		nref: countSchema,
		pb: gramsSchema,
		px: centsSchema,
		est: v.boolean(),
		al: alertsSchema,
	}),
	/** Picked up: when, ticked by whom, by which person. */
	ret: v.exactOptional(v.strictObject({ ...markEntries, qui: textSchema(80) })),
	rem: v.exactOptional(textSchema(500)),
});
export type ConsumerOrder = v.InferOutput<typeof consumerOrderSchema>;

/** A package of a product of mode UP, on the shelf of a group. */
export const packageSchema = v.strictObject({
	id: textSchema(64),
	g: gramsSchema,
	px: centsSchema,
	/** Entered by the producer, or at reception. */
	or: v.picklist(['exp', 'rec']),
	/** Whose basket; `null` = on the shelf. */
	co: v.nullable(actorCodeSchema),
	/** 0 present, 1 missing (declared, not found), 2 in the bin. */
	st: v.picklist([0, 1, 2]),
	...markEntries,
});
export type Package = v.InferOutput<typeof packageSchema>;

const sumSchema = v.strictObject({ q2: halvesSchema, g: gramsSchema });
/** Halves (U, UP) and grams (P) of several orders. */
export type QuantitySum = v.InferOutput<typeof sumSchema>;

const orderedSumSchema = v.strictObject({ q2: halvesSchema, g: gramsSchema, nco: countSchema });
/** The same with the number of consumers who ordered. */
export type OrderedSum = v.InferOutput<typeof orderedSumSchema>;

/** A line of a group's order. */
export const groupLineSchema = v.strictObject({
	/** Σ ordered; derived. */
	cmd: orderedSumSchema,
	/** Σ (attributed, failing that ordered); derived. */
	att: sumSchema,
	/** Shipped, with the number of packages; derived from the carton. */
	exp: v.exactOptional(v.strictObject({ q2: halvesSchema, g: gramsSchema, np: countSchema })),
	/** Received. */
	rec: v.exactOptional(weighedQuantitySchema),
	/** Every package: the only truth of who holds which. */
	paq: v.exactOptional(v.array(packageSchema)),
	/** Σ given; derived. */
	dis: sumSchema,
	al: alertsSchema,
	rem: v.exactOptional(textSchema(300)),
});
export type GroupLine = v.InferOutput<typeof groupLineSchema>;

/** BCG, order form of a group; key `gc gp livr`. */
export const groupOrderSchema = v.strictObject({
	lignes: v.record(productCodeSchema, groupLineSchema),
	/** Derived: `px` and `pb` are the sums of those of its consumers' orders. */
	tot: v.strictObject({
		nco: countSchema,
		nref: countSchema,
		pb: gramsSchema,
		px: centsSchema,
		al: alertsSchema,
	}),
});
export type GroupOrder = v.InferOutput<typeof groupOrderSchema>;

/** A line of a carton. */
export const cartonLineSchema = v.strictObject({
	cmd: orderedSumSchema,
	/** Detail by initials, only if the group allows it; derived. */
	det: v.exactOptional(
		v.array(v.strictObject({ init: textSchema(4), q2: halvesSchema, g: gramsSchema })),
	),
	/** Shipped, as the producer declares. */
	exp: v.exactOptional(writtenQuantitySchema),
	paq: v.exactOptional(v.array(v.strictObject({ id: textSchema(64), g: gramsSchema }))),
});
export type CartonLine = v.InferOutput<typeof cartonLineSchema>;

/** CART, carton of a producer for a group; key `gp pr livr gc`. */
export const cartonSchema = v.strictObject({
	/** By product number `rp`. */
	lignes: v.record(productNumberSchema, cartonLineSchema),
	/** Boxes: how many, gross grams of one, dry, fresh or frozen. */
	cols: v.exactOptional(
		v.array(
			v.strictObject({
				n: countSchema,
				pb: gramsSchema,
				cons: v.picklist(['S', 'F', 'G']),
			}),
		),
	),
	/** 0 empty, 1 in progress, 2 ready, 3 loaded. */
	etat: integerSchema(0, 3),
	/** Derived from its own lines at the prices in force. */
	tot: v.strictObject({ nref: countSchema, pb: gramsSchema, px: centsSchema, al: alertsSchema }),
});
export type Carton = v.InferOutput<typeof cartonSchema>;
