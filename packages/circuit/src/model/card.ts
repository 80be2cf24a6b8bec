import * as v from 'valibot';
import { instantSchema, integerSchema, textSchema } from './fields.ts';

/** Business card (`Carte`): what anybody of the circuit may see. */
export const cardSchema = v.strictObject({
	nom: textSchema(80),
	/** 2–4 letters, the only name shown where names are not. */
	init: v.pipe(v.string(), v.regex(/^\p{L}{2,4}$/u)),
	lieu: v.exactOptional(textSchema(120)),
	tx: v.exactOptional(textSchema(500)),
	/** Blob id of a photo. */
	ph: v.exactOptional(textSchema(128)),
});
export type Card = v.InferOutput<typeof cardSchema>;

/** Ways to reach somebody. */
export const contactSchema = v.strictObject({
	tels: v.pipe(
		v.array(v.strictObject({ lab: textSchema(40), num: textSchema(30) })),
		v.maxLength(10),
	),
	mails: v.pipe(v.array(v.pipe(v.string(), v.email(), v.maxLength(254))), v.maxLength(10)),
	adr: v.exactOptional(textSchema(300)),
	/** Millionths of a degree. */
	geo: v.exactOptional(
		v.strictObject({
			lat: integerSchema(-90_000_000, 90_000_000),
			lon: integerSchema(-180_000_000, 180_000_000),
		}),
	),
	tx: v.exactOptional(textSchema(500)),
});
export type Contact = v.InferOutput<typeof contactSchema>;
export type ContactField = keyof Contact;

/** Who sees a field of a contact: 0 the group, 1 its animators, 2 oneself only. */
export const confidentialitySchema = v.partial(
	v.strictObject({
		tels: v.picklist([0, 1, 2]),
		mails: v.picklist([0, 1, 2]),
		adr: v.picklist([0, 1, 2]),
		geo: v.picklist([0, 1, 2]),
		tx: v.picklist([0, 1, 2]),
	}),
);
export type Confidentiality = v.InferOutput<typeof confidentialitySchema>;

/** A contact without the fields more confidential than `level` (0 group, 1 animators, 2 oneself). */
export const visibleContact = (
	contact: Contact,
	conf: Confidentiality,
	level: 0 | 1 | 2,
): Contact => {
	const isShown = (field: ContactField): boolean => (conf[field] ?? 0) <= level;
	return {
		tels: isShown('tels') ? contact.tels : [],
		mails: isShown('mails') ? contact.mails : [],
		...(contact.adr !== undefined && isShown('adr') ? { adr: contact.adr } : {}),
		...(contact.geo !== undefined && isShown('geo') ? { geo: contact.geo } : {}),
		...(contact.tx !== undefined && isShown('tx') ? { tx: contact.tx } : {}),
	};
};

/** Fields common to the four sheets. */
export const sheetEntries = {
	carte: cardSchema,
	contact: contactSchema,
	conf: confidentialitySchema,
	/** Access rights given on this sheet. */
	acces: v.pipe(
		v.array(
			v.strictObject({
				lab: textSchema(80),
				/** 1 main, 2 helper */
				pw: v.picklist([1, 2]),
				/** What follows from the secret: SHA-256 of a token, or the id of an offer. Never sent out. */
				hash: textSchema(128),
				/** Offered by a phrase, which nobody takes up after this instant. */
				offre: v.exactOptional(instantSchema),
			}),
		),
		v.maxLength(50),
	),
};

/**
 * Whether an animator can reach the person: a telephone or a mail that is not kept to oneself.
 * Somebody has to be told when the truck breaks down.
 */
export const isReachable = (contact: Contact, conf: Confidentiality): boolean =>
	(contact.tels.length > 0 && (conf.tels ?? 0) <= 1) ||
	(contact.mails.length > 0 && (conf.mails ?? 0) <= 1);
