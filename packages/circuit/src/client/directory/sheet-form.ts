import {
	type CardChange,
	type Confidentiality,
	type ConsumerSheet,
	type Contact,
	type ContactChange,
	type ContactField,
	type GroupementSheet,
	type GroupSheet,
	type ProducerSheet,
	visibleContact,
} from '../../model/index.ts';
import { sheetSettings } from './sheet-settings.ts';

/** The four sheets: of a consumer, a group, a groupement, a producer. */
export type SheetKind = 'FCO' | 'FGC' | 'FGP' | 'FPR';
export type AnySheet = ConsumerSheet | GroupSheet | GroupementSheet | ProducerSheet;

/** Fields of a contact that a form shows. */
export const CONTACT_FIELDS = ['tels', 'mails', 'adr', 'tx'] as const;
type ShownField = (typeof CONTACT_FIELDS)[number];

/** A sheet as it is typed: everything is text until it is read. */
export interface SheetForm {
	readonly nom: string;
	readonly init: string;
	readonly lieu: string;
	/** About oneself, on the card. */
	readonly about: string;
	readonly tels: readonly { readonly lab: string; readonly num: string }[];
	readonly mails: readonly string[];
	readonly adr: string;
	/** How to reach one, beside the address. */
	readonly note: string;
	readonly conf: Readonly<Record<ShownField, 0 | 1 | 2>>;
	readonly settings: Readonly<Record<string, string | boolean>>;
}

const settingsOf = (kind: SheetKind, sheet: AnySheet): SheetForm['settings'] => {
	const held: Readonly<Record<string, unknown>> = {
		...('par' in sheet ? sheet.par : {}),
		...('pref' in sheet ? sheet.pref : {}),
	};
	return Object.fromEntries(
		sheetSettings[kind].map(({ name, type }) => [
			name,
			type === 'yes-no' ? held[name] === true : String(held[name] ?? ''),
		]),
	);
};

/** A sheet as a form shows it. */
export const formOf = (kind: SheetKind, sheet: AnySheet): SheetForm => {
	const { carte, contact, conf } = sheet;
	return {
		...{ nom: carte.nom, init: carte.init, lieu: carte.lieu ?? '', about: carte.tx ?? '' },
		...{ tels: contact.tels, mails: contact.mails },
		...{ adr: contact.adr ?? '', note: contact.tx ?? '' },
		conf: {
			...{ tels: conf.tels ?? 0, mails: conf.mails ?? 0 },
			...{ adr: conf.adr ?? 0, tx: conf.tx ?? 0 },
		},
		settings: settingsOf(kind, sheet),
	};
};

/** Rows left empty are no telephone and no address. */
export const contactOf = (form: SheetForm): Contact => {
	const [adr, tx] = [form.adr.trim(), form.note.trim()];
	return {
		tels: form.tels
			.map(({ lab, num }) => ({ lab: lab.trim(), num: num.trim() }))
			.filter(({ lab, num }) => lab !== '' || num !== ''),
		mails: form.mails.map((mail) => mail.trim()).filter(Boolean),
		...(adr === '' ? {} : { adr }),
		...(tx === '' ? {} : { tx }),
	};
};

/**
 * The contact as somebody else sees it: of a person or a producer, viewer 0 is the group, 1 those who
 * animate it; of a groupement, 0 a group (how to call and write, not where), 1 one of its producers.
 */
export const contactSeen = (kind: SheetKind, form: SheetForm, viewer: 0 | 1): Contact => {
	const level = kind === 'FCO' || kind === 'FPR' ? viewer : 0;
	const { tels, mails, ...where } = visibleContact(contactOf(form), form.conf, level);
	return kind === 'FGP' && viewer === 0 ? { tels, mails } : { tels, mails, ...where };
};

const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

const differing = <T extends object>(after: T, before: T): Partial<T> =>
	Object.fromEntries(
		Object.entries(after).filter(([name, value]) => !isSame(value, before[name as keyof T])),
	) as Partial<T>;

const cardPart = ({ nom, init, lieu, about }: SheetForm): Required<Omit<CardChange, 'ph'>> => ({
	...{ nom: nom.trim(), init: init.trim() },
	...{ lieu: orNull(lieu), tx: orNull(about) },
});

const contactPart = (form: SheetForm): Required<Omit<ContactChange, 'geo'>> => {
	const { tels, mails, adr = null, tx = null } = contactOf(form);
	return { tels, mails, adr, tx };
};

const settingPart = (kind: SheetKind, form: SheetForm): Readonly<Record<string, unknown>> =>
	Object.fromEntries(
		sheetSettings[kind].map(({ name, type }) => {
			const typed = form.settings[name];
			return [name, type === 'number' ? Number(typed) : typed];
		}),
	);

/** What `FicheMaj` is asked: the fields that changed, nothing when none did. */
export interface SheetAsked {
	readonly carte?: CardChange;
	readonly contact?: ContactChange;
	readonly conf?: Confidentiality;
	readonly par?: Readonly<Record<string, unknown>>;
	readonly pref?: Readonly<Record<string, unknown>>;
}

const some = <K extends string, T extends object>(name: K, part: T) =>
	Object.keys(part).length === 0 ? {} : { [name]: part };

/**
 * What changed between two states of a form: only that is written, so that two people may change two
 * fields of one sheet. The preferences of a consumer go together.
 */
export const sheetChange = (kind: SheetKind, after: SheetForm, before: SheetForm): SheetAsked => {
	const settings = differing(settingPart(kind, after), settingPart(kind, before));
	const whole = kind === 'FCO' && Object.keys(settings).length > 0;
	return {
		...some('carte', differing(cardPart(after), cardPart(before))),
		...some('contact', differing(contactPart(after), contactPart(before))),
		...some('conf', differing<Partial<Record<ContactField, 0 | 1 | 2>>>(after.conf, before.conf)),
		...(kind === 'FCO'
			? some('pref', whole ? settingPart(kind, after) : {})
			: some('par', settings)),
	};
};

/** Whether a form asks for anything. */
export const isChanged = (kind: SheetKind, after: SheetForm, before: SheetForm): boolean =>
	Object.keys(sheetChange(kind, after, before)).length > 0;
