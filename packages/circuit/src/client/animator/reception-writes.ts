import { createFormats } from '@navette/ui/formats';
import {
	type Mode,
	type Quantity,
	quantityOf,
	type ReceivedAs,
	type Remainder,
	type SharingStrategy,
} from '../../model/index.ts';
import type { QueuedCall } from '../consumer/order-calls.ts';
import type { EditScope } from './edition.ts';
import type { ReceptionInputs, ReceptionName } from './reception-inputs.ts';

/** A write of an unloading, to be queued: it says itself in both languages. */
export interface ReceptionWrite extends QueuedCall {
	readonly name: ReceptionName;
	readonly input: unknown;
}

/** A product as a write names it. */
export interface WrittenProduct {
	readonly code: string;
	readonly label: string;
	readonly mode: Mode;
}

const FORMATS = { fr: createFormats('fr'), en: createFormats('en') };
type Language = keyof typeof FORMATS;
type Words = Readonly<Record<Language, string>>;

const amountWords = (language: Language, mode: Mode, amount: number): string =>
	mode === 'P' ? FORMATS[language].weight(amount) : FORMATS[language].quantity(amount);

const both = (say: (language: Language) => string): Words => ({ fr: say('fr'), en: say('en') });

const write = <N extends ReceptionName>(
	name: N,
	scope: EditScope,
	input: ReceptionInputs[N],
	label: Words,
): ReceptionWrite => ({ name, input: { ...scope, ...input }, label });

const colon = (language: Language): string => (language === 'fr' ? '\u00a0: ' : ': ');

/** "Oranges: 2" or "Oranges: nothing declared". */
const lineWords = (
	{ label, mode }: WrittenProduct,
	amount: number | null,
	none: Words,
	who = '',
): Words =>
	both((language) => {
		const what = amount === null ? none[language] : amountWords(language, mode, amount);
		return `${who === '' ? '' : `${who}, `}${label}${colon(language)}${what}`;
	});

const UNDECLARED: Words = { fr: 'pas encore déclaré', en: 'not declared yet' };
const UNGIVEN: Words = { fr: 'pas encore donné', en: 'not given yet' };

/** What was found of a product; `null` takes it back. A quantity may carry halves and grams (UP). */
export const receivedWrite = (
	scope: EditScope,
	product: WrittenProduct,
	found: {
		readonly rec?: Quantity | null;
		/** What the person saw; absent = whatever it was. */
		readonly seen?: Quantity | null;
		readonly rem?: string | null;
		readonly est?: boolean;
	},
): ReceptionWrite => {
	const { rec } = found;
	const amount = rec ? ((product.mode === 'P' ? rec.g : rec.q2) ?? 0) : null;
	const remark = both((l) => `${product.label}${colon(l)}« ${found.rem ?? ''} »`);
	const label = rec === undefined ? remark : lineWords(product, amount, UNDECLARED);
	return write('RecLigne', scope, { prod: product.code, ...found }, label);
};

/** "All as shipped" (or as ordered) for one producer. */
export const receivedAsWrite = (
	scope: EditScope,
	pr: string,
	producer: string,
	de: ReceivedAs,
): ReceptionWrite =>
	write(
		'RecCommeExp',
		scope,
		{ pr, de },
		de === 'exp'
			? { fr: `${producer} : tout comme expédié`, en: `${producer}: all as shipped` }
			: { fr: `${producer} : tout comme commandé`, en: `${producer}: all as ordered` },
	);

type AddedPackage = ReceptionInputs['PaqAjouter']['paq'][number];
type MovedPackage = ReceptionInputs['PaqDeplacer']['paq'][number];

/** Packages weighed, to the shelf or straight to a basket. */
export const packagesAddedWrite = (
	scope: EditScope,
	{ code, label }: WrittenProduct,
	paq: readonly AddedPackage[],
	co?: string,
): ReceptionWrite =>
	write(
		'PaqAjouter',
		scope,
		{ prod: code, paq, ...(co === undefined ? {} : { co }) },
		both((l) => `${label}${colon(l)}${paq.map(({ g }) => FORMATS[l].weight(g)).join(', ')}`),
	);

/** Packages moved between shelf, baskets, bin and the missing ones, all or none. */
export const packagesMovedWrite = (
	scope: EditScope,
	{ code, label }: WrittenProduct,
	paq: readonly MovedPackage[],
): ReceptionWrite =>
	write(
		'PaqDeplacer',
		scope,
		{ prod: code, paq },
		{
			fr:
				paq.length > 1 ? `${label} : ${paq.length} paquets déplacés` : `${label} : paquet déplacé`,
			en: paq.length > 1 ? `${label}: ${paq.length} packages moved` : `${label}: package moved`,
		},
	);

/** A package weighed again: another takes its place. */
export const packageCorrectedWrite = (
	scope: EditScope,
	{ code, label }: WrittenProduct,
	correction: Omit<ReceptionInputs['PaqCorriger'], 'prod'>,
): ReceptionWrite =>
	write(
		'PaqCorriger',
		scope,
		{ prod: code, ...correction },
		both((l) => `${label}${colon(l)}${FORMATS[l].weight(correction.g)}`),
	);

/** Somebody, as a write names him. */
export interface WrittenPerson {
	readonly co: string;
	readonly name: string;
}

type Amounts = {
	readonly amount: number | null;
	/** The weight is an estimate. */
	readonly est?: boolean;
	/** Amount that the person saw, `null` = none; absent = whatever it was. */
	readonly seen?: number | null;
};

const seenOf = (mode: Mode, { seen }: Amounts) => {
	if (seen === undefined) return {};
	return { seen: seen === null ? null : quantityOf(mode, seen) };
};

/** What a consumer is given of a product; `null` takes it back. */
export const givenWrite = (
	scope: EditScope,
	{ co, name }: WrittenPerson,
	product: WrittenProduct,
	amounts: Amounts,
): ReceptionWrite => {
	const { code: prod, mode } = product;
	const dis = amounts.amount === null ? null : quantityOf(mode, amounts.amount);
	const label = lineWords(product, amounts.amount, UNGIVEN, name);
	const est = amounts.est ? { est: true } : {};
	return write('DisLigne', scope, { co, prod, dis, ...est, ...seenOf(mode, amounts) }, label);
};

/** What a consumer is attributed instead of what he ordered. */
export const attributedWrite = (
	scope: EditScope,
	{ co, name }: WrittenPerson,
	product: WrittenProduct,
	amounts: Amounts & { readonly amount: number },
): ReceptionWrite => {
	const { code: prod, mode } = product;
	const input = { co, prod, ...quantityOf(mode, amounts.amount), ...seenOf(mode, amounts) };
	return write('AttLigne', scope, input, lineWords(product, amounts.amount, UNGIVEN, name));
};

/** What was received of a product shared among those who wanted it. */
export const sharedWrite = (
	scope: EditScope,
	{ code, label }: WrittenProduct,
	strategie: SharingStrategy,
	reste: Remainder,
): ReceptionWrite =>
	write(
		'DisRepartir',
		scope,
		{ prod: code, strategie, reste },
		{
			fr: `${label} : réparti`,
			en: `${label}: shared out`,
		},
	);

/** A basket that leaves with somebody; `null` takes the tick away. */
export const pickedUpWrite = (
	scope: EditScope,
	{ co, name }: WrittenPerson,
	qui: string | null,
): ReceptionWrite =>
	write(
		'DisRetrait',
		scope,
		{ co, qui, ...(qui === null ? {} : { donner: true }) },
		qui === null
			? { fr: `Panier de ${name} : pas encore remis`, en: `${name}’s basket: not picked up yet` }
			: { fr: `Panier de ${name} : remis`, en: `${name}’s basket: picked up` },
	);

/** The truck arrived, or the distribution began: now. */
export const saidWrite = (scope: EditScope, quoi: 'arrive' | 'distribue'): ReceptionWrite =>
	write(
		'LivrDire',
		scope,
		{ quoi },
		quoi === 'arrive'
			? { fr: 'Le camion est arrivé', en: 'The truck has arrived' }
			: { fr: 'La distribution commence', en: 'The distribution begins' },
	);
