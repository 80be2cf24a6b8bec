import { err, ok, type Result } from '@navette/core';
import * as v from 'valibot';
import {
	type Card,
	type Confidentiality,
	type Contact,
	type ContactField,
	cardSchema,
	confidentialitySchema,
	contactSchema,
	isReachable,
} from './card.ts';
import { type Failure, failure } from './errors.ts';

const { nom, init, lieu, tx, ph } = cardSchema.entries;
const contact = contactSchema.entries;

/** Fields of a card to change; `null` removes, absent leaves: two people may change two fields. */
export const cardChangeSchema = v.strictObject({
	nom: v.exactOptional(nom),
	init: v.exactOptional(init),
	lieu: v.exactOptional(v.nullable(lieu.wrapped)),
	tx: v.exactOptional(v.nullable(tx.wrapped)),
	ph: v.exactOptional(v.nullable(ph.wrapped)),
});
export type CardChange = v.InferOutput<typeof cardChangeSchema>;

/** Fields of a contact to change. */
export const contactChangeSchema = v.strictObject({
	tels: v.exactOptional(contact.tels),
	mails: v.exactOptional(contact.mails),
	adr: v.exactOptional(v.nullable(contact.adr.wrapped)),
	geo: v.exactOptional(v.nullable(contact.geo.wrapped)),
	tx: v.exactOptional(v.nullable(contact.tx.wrapped)),
});
export type ContactChange = v.InferOutput<typeof contactChangeSchema>;

/** What anybody changes of a sheet: card, contact, and who sees it. */
export const sheetChangeEntries = {
	carte: v.exactOptional(cardChangeSchema),
	contact: v.exactOptional(contactChangeSchema),
	conf: v.exactOptional(confidentialitySchema),
};

/** What the four sheets have in common. */
interface Common {
	readonly carte: Card;
	readonly contact: Contact;
	readonly conf: Confidentiality;
}

/** A change of the common part of a sheet. */
export interface SheetChange {
	readonly carte?: CardChange | undefined;
	readonly contact?: ContactChange | undefined;
	readonly conf?: Confidentiality | undefined;
}

const merged = <T extends object>(base: T, change: object | undefined): T =>
	Object.fromEntries(
		Object.entries({ ...base, ...change }).filter(([, value]) => value !== null),
	) as T;

const hiddenField = (sheet: Common, change: ContactChange | undefined): string | undefined =>
	Object.keys(change ?? {}).find((field) => (sheet.conf[field as ContactField] ?? 0) > 1);

/**
 * A sheet after a change of its card, contact or confidentiality. Somebody else than its owner
 * (`byOwner` false) changes neither the confidentiality nor what is kept from him: `E-DROIT`. With
 * `reachable`, an animator must still be able to reach the person: `E-JOINDRE`.
 */
export const changeSheet = <S extends Common>(
	sheet: S,
	change: SheetChange,
	rules: { readonly byOwner: boolean; readonly reachable: boolean },
): Result<S, Failure> => {
	const hidden = rules.byOwner ? undefined : hiddenField(sheet, change.contact);
	const isForeign = !rules.byOwner && change.conf !== undefined;
	if (isForeign || hidden !== undefined)
		return err(failure('E-DROIT', { champ: hidden ?? 'conf' }));
	const next = {
		...sheet,
		carte: merged(sheet.carte, change.carte),
		contact: merged(sheet.contact, change.contact),
		conf: merged(sheet.conf, change.conf),
	};
	const touches = change.contact !== undefined || change.conf !== undefined;
	return rules.reachable && touches && !isReachable(next.contact, next.conf)
		? err(failure('E-JOINDRE'))
		: ok(next);
};

/** A sheet of which only initials are left, once somebody has gone and his last delivery is archived. */
export const anonymised = <S extends Common & { readonly acces: readonly unknown[] }>(
	sheet: S,
): S => ({
	...sheet,
	carte: { nom: sheet.carte.init, init: sheet.carte.init },
	contact: { tels: [], mails: [] },
	conf: {},
	acces: [],
});
