import * as v from 'valibot';
import { groupCodeSchema, productCodeSchema } from './codes.ts';
import {
	authorSchema,
	basisPointsSchema,
	countSchema,
	daySchema,
	instantSchema,
	textSchema,
	unitGramsSchema,
	unitPriceSchema,
	writtenGramsSchema,
} from './fields.ts';

/** U: by the unit or crate. UP: by the piece, each with its own weight. P: bulk, by weight. */
export const modeSchema = v.picklist(['U', 'UP', 'P']);
export type Mode = v.InferOutput<typeof modeSchema>;

const permanentEntries = {
	/** Barcode. */
	cb: v.exactOptional(textSchema(40)),
	lib: textSchema(80),
	desc: v.exactOptional(textSchema(500)),
	/** Shelf. */
	rayon: textSchema(40),
	/** S dry, F fresh, G frozen. */
	cons: v.picklist(['S', 'F', 'G']),
	labels: v.pipe(v.array(textSchema(40)), v.maxLength(20)),
	tva: basisPointsSchema,
	mode: modeSchema,
	emb: v.picklist(['unite', 'caisse']),
	/** Whether halves may be ordered. */
	demi: v.boolean(),
	/** 2: the total of a group must be whole. */
	par: v.picklist([0, 2]),
	/** Step of mode P, in grams. */
	pas: v.exactOptional(v.pipe(writtenGramsSchema, v.minValue(1))),
	/** Pieces per carton. */
	nb: v.exactOptional(countSchema),
	/** Blob id of a photo. */
	fid: v.exactOptional(textSchema(128)),
	/** Product of the same family (a unit product never becomes a weight product). */
	fam: v.exactOptional(productCodeSchema),
	cree: instantSchema,
	/** Day of removal from the general catalogue. */
	sup: v.exactOptional(daySchema),
};

/** What never changes in a product once declared, but `lib`, `desc`, `rayon` and the photo. */
export const permanentSchema = v.strictObject(permanentEntries);
export type Permanent = v.InferOutput<typeof permanentSchema>;

/** Dated sale conditions (`CV`). */
export const conditionsSchema = v.strictObject({
	/** In force from this day. */
	d: daySchema,
	/** Availability: 0 none … 4 plenty. */
	dispo: v.picklist([0, 1, 2, 3, 4]),
	/** Cents per unit (U) or per kg (UP, P). */
	pu: unitPriceSchema,
	/** Net grams of a unit, nominal for UP; what is eaten. In mode P: of one kg, 1000. */
	pn: unitGramsSchema,
	/** Gross grams of the same; what weighs in the truck. */
	pb: unitGramsSchema,
	/** Above it the order is accepted with a warning: halves, or grams in mode P. */
	qmax: v.exactOptional(writtenGramsSchema),
	/** Groups it is not sold to. */
	excl: v.exactOptional(v.array(groupCodeSchema)),
});
export type Conditions = v.InferOutput<typeof conditionsSchema>;

const isStrictlyIncreasing = (list: readonly { d: number }[]): boolean =>
	list.every((item, index) => index === 0 || (list[index - 1]?.d ?? 0) < item.d);

/** A product of the general catalogue, with its conditions by date. */
export const productSchema = v.strictObject({
	...permanentEntries,
	cv: v.pipe(
		v.array(conditionsSchema),
		v.check((list) => isStrictlyIncreasing(list), 'days must increase'),
	),
});
export type Product = v.InferOutput<typeof productSchema>;

/** CATG, general catalogue of a groupement; key `gp`. */
export const generalCatalogueSchema = v.strictObject({
	prods: v.record(productCodeSchema, productSchema),
});
export type GeneralCatalogue = v.InferOutput<typeof generalCatalogueSchema>;

/** A product in the catalogue of a delivery. */
export const catalogueLineSchema = v.strictObject({
	/** Copy of the permanent part: an archived delivery stays readable. */
	perm: permanentSchema,
	/** Conditions that count now. */
	act: conditionsSchema,
	/** Conditions at opening; absent = unchanged since. */
	ouv: v.exactOptional(conditionsSchema),
	/** Amended by hand: kept by a new calculation. */
	am: v.exactOptional(v.boolean()),
	chg: v.array(
		v.strictObject({
			t: instantSchema,
			par: authorSchema,
			av: conditionsSchema,
			ap: conditionsSchema,
		}),
	),
});
export type CatalogueLine = v.InferOutput<typeof catalogueLineSchema>;

/** CATL, catalogue of a delivery; key `gp livr`. */
export const deliveryCatalogueSchema = v.strictObject({
	/** When it was calculated, and when the groupement approved it. */
	calc: instantSchema,
	valid: v.exactOptional(instantSchema),
	lignes: v.record(productCodeSchema, catalogueLineSchema),
});
export type DeliveryCatalogue = v.InferOutput<typeof deliveryCatalogueSchema>;
