import * as v from 'valibot';
import {
	type Conditions,
	conditionsSchema,
	type Permanent,
	permanentSchema,
	productFault,
} from '../../model/index.ts';
import { textToDay } from './moment-text.ts';

/** Conditions of sale as they are typed. */
export interface ConditionsDraft {
	readonly day: string;
	readonly price: string;
	readonly dispo: string;
	readonly net: string;
	readonly gross: string;
	readonly most: string;
}

/** How typed texts become integers: by the formats of the language. */
export interface DraftReaders {
	money(text: string): number | undefined;
	weight(text: string): number | undefined;
	quantity(text: string): number | undefined;
}

export type ConditionsField = keyof ConditionsDraft;

const bounded = (value: number | undefined, schema: v.GenericSchema): number | undefined =>
	v.is(schema, value) ? value : undefined;

/** Reads typed conditions; the first field that cannot be read is named. */
export const readConditions = (
	draft: ConditionsDraft,
	mode: Permanent['mode'],
	today: number,
	read: DraftReaders,
): { readonly conditions: Conditions } | { readonly fault: ConditionsField } => {
	const { pu, pn, pb, qmax } = conditionsSchema.entries;
	const d = textToDay(draft.day);
	if (d === undefined || d < today) return { fault: 'day' };
	const price = bounded(read.money(draft.price), pu);
	if (price === undefined) return { fault: 'price' };
	// Bulk is priced by the kilogram: what one kilogram weighs is not typed.
	const net = mode === 'P' ? 1_000 : bounded(read.weight(draft.net), pn);
	if (net === undefined) return { fault: 'net' };
	const gross =
		draft.gross.trim() === '' || mode === 'P' ? net : bounded(read.weight(draft.gross), pb);
	if (gross === undefined || gross < net) return { fault: 'gross' };
	const typed = draft.most.trim();
	const most = mode === 'P' ? read.weight(typed) : read.quantity(typed);
	if (typed !== '' && bounded(most, qmax.wrapped) === undefined) return { fault: 'most' };
	const dispo = Number(draft.dispo) as Conditions['dispo'];
	return {
		conditions: {
			...{ d, dispo, pu: price, pn: net, pb: gross },
			...(typed === '' || most === undefined ? {} : { qmax: most }),
		},
	};
};

/** The permanent part of a new product as it is typed. */
export interface ProductDraft {
	readonly pr: string;
	readonly lib: string;
	readonly desc: string;
	readonly rayon: string;
	readonly cons: Permanent['cons'];
	readonly mode: Permanent['mode'];
	readonly emb: Permanent['emb'];
	readonly demi: boolean;
	readonly whole: boolean;
	readonly step: string;
	/** Per cent: `5,5`. */
	readonly tva: string;
	readonly labels: string;
}

export const NEW_PRODUCT: ProductDraft = {
	...{ pr: '', lib: '', desc: '', rayon: '', cons: 'S', mode: 'U', emb: 'unite' },
	...{ demi: false, whole: false, step: '', tva: '5,5', labels: '' },
};

export type ProductField = 'pr' | 'lib' | 'rayon' | 'step' | 'tva' | 'labels';

type Declared = Omit<Permanent, 'cree' | 'sup'>;

/** Reads a typed product; the first field that cannot be read is named. */
export const readProduct = (
	draft: ProductDraft,
	read: DraftReaders,
): { readonly perm: Declared } | { readonly fault: ProductField } => {
	const { lib, rayon, labels, pas } = permanentSchema.entries;
	const [name, shelf, desc] = [draft.lib.trim(), draft.rayon.trim(), draft.desc.trim()];
	if (draft.pr === '') return { fault: 'pr' };
	if (!v.is(lib, name)) return { fault: 'lib' };
	if (!v.is(rayon, shelf)) return { fault: 'rayon' };
	const step = draft.mode === 'P' ? bounded(read.weight(draft.step), pas.wrapped) : undefined;
	if (draft.mode === 'P' && step === undefined) return { fault: 'step' };
	const tva = read.money(draft.tva.replace('%', ''));
	if (tva === undefined || tva > 10_000) return { fault: 'tva' };
	const list = draft.labels
		.split(',')
		.map((one) => one.trim())
		.filter(Boolean);
	if (!v.is(labels, list)) return { fault: 'labels' };
	const demi = draft.mode === 'U' && draft.demi;
	const perm: Declared = {
		...{ lib: name, rayon: shelf, cons: draft.cons, labels: list, tva, mode: draft.mode },
		...{ emb: draft.emb, demi, par: demi && draft.whole ? 2 : 0 },
		...(desc === '' ? {} : { desc }),
		...(step === undefined ? {} : { pas: step }),
	};
	return productFault(perm) ? { fault: 'step' } : { perm };
};
