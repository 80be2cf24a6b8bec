import { err, ok, type Result } from '@navette/core';
import * as v from 'valibot';
import { productCodeSchema } from './codes.ts';
import { putConditions } from './delivery-catalogue.ts';
import { type Failure, failure } from './errors.ts';
import { authorSchema, countSchema, type Instant, instantSchema, textSchema } from './fields.ts';
import { livingProduct, withProduct } from './general-catalogue.ts';
import { type Conditions, conditionsSchema, type GeneralCatalogue } from './product.ts';

const { excl: _excl, ...proposedEntries } = conditionsSchema.entries;

/** Conditions as a producer proposes them: to whom a product is not sold is not his to say. */
export const proposedConditionsSchema = v.strictObject(proposedEntries);
export type ProposedConditions = v.InferOutput<typeof proposedConditionsSchema>;

/** One change of conditions that a producer proposes to his groupement. */
export const priceProposalSchema = v.strictObject({
	/** Its name in the list: never used twice. */
	k: textSchema(64),
	prod: productCodeSchema,
	cv: proposedConditionsSchema,
	/** What was in force when it was proposed; absent before the first conditions. */
	av: v.exactOptional(conditionsSchema),
	/** Why. */
	tx: v.exactOptional(textSchema(300)),
	t: instantSchema,
	par: authorSchema,
	/** Waiting, accepted, refused, taken back by who proposed it. */
	st: v.picklist(['att', 'acc', 'ref', 'ret']),
	/** When and by whom it was decided; reason of a refusal. */
	dec: v.exactOptional(
		v.strictObject({
			t: instantSchema,
			par: authorSchema,
			motif: v.exactOptional(textSchema(300)),
		}),
	),
});
export type PriceProposal = v.InferOutput<typeof priceProposalSchema>;

/** Proposals of one producer that are kept, the oldest decided ones going first. */
export const MAX_PROPOSALS = 200;

/** PROP, what a producer proposes; key `gp pr`. */
export const priceProposalsSchema = v.strictObject({
	/** Proposals ever made. */
	n: countSchema,
	props: v.pipe(v.array(priceProposalSchema), v.maxLength(MAX_PROPOSALS)),
});
export type PriceProposals = v.InferOutput<typeof priceProposalsSchema>;

const NONE: PriceProposals = { n: 0, props: [] };

/** Room for one more: the oldest decided one goes; one that waits never does. */
const withRoom = (props: readonly PriceProposal[]): readonly PriceProposal[] | undefined => {
	if (props.length < MAX_PROPOSALS) return props;
	const oldest = props.findIndex(({ st }) => st !== 'att');
	return oldest < 0 ? undefined : props.toSpliced(oldest, 1);
};

/** Who writes, when, and the calendar day `yyyymmdd` there. */
export interface ProposalFacts {
	readonly now: Instant;
	readonly par: string;
	readonly today: number;
}

export interface AskedProposal {
	readonly prod: string;
	readonly cv: ProposedConditions;
	readonly tx?: string;
}

/**
 * Adds a proposal. One that waits for the same product and day is replaced: a groupement is never
 * asked twice. Errors: `E-DATE` a day that has passed; `E-PROD`; `E-DEJA` nothing decided to make room.
 */
export const propose = (
	list: PriceProposals | undefined,
	catalogue: GeneralCatalogue,
	{ prod, cv, tx }: AskedProposal,
	{ now, par, today }: ProposalFacts,
): Result<PriceProposals, Failure> => {
	const { n, props } = list ?? NONE;
	const product = livingProduct(catalogue, prod);
	if (!product.ok) return product;
	if (cv.d < today) return err(failure('E-DATE', { champ: 'd' }));
	const others = props.filter((one) => one.st !== 'att' || one.prod !== prod || one.cv.d !== cv.d);
	const room = withRoom(others);
	if (!room) return err(failure('E-DEJA', { code: prod }));
	const av = product.value.cv.findLast((one) => one.d <= cv.d);
	const proposal: PriceProposal = {
		...{ k: `${now}.${n}`, prod, cv },
		...(av ? { av } : {}),
		...(tx === undefined ? {} : { tx }),
		...{ t: now, par, st: 'att' },
	};
	return ok({ n: n + 1, props: [...room, proposal] });
};

/** What becomes of a proposal that waits. */
export type ProposalDecision =
	| { readonly sort: 'acc' | 'ret' }
	| { readonly sort: 'ref'; readonly motif: string };

/** Decides on a proposal that waits; `E-VIDE` when there is none, or it was decided meanwhile. */
export const decideProposal = (
	list: PriceProposals | undefined,
	k: string,
	decision: ProposalDecision,
	{ now, par }: Pick<ProposalFacts, 'now' | 'par'>,
): Result<PriceProposals, Failure> => {
	const proposal = list?.props.find((one) => one.k === k);
	if (!list || proposal?.st !== 'att') return err(failure('E-VIDE', { k }));
	const motif = decision.sort === 'ref' ? { motif: decision.motif } : {};
	const decided: PriceProposal = { ...proposal, st: decision.sort, dec: { t: now, par, ...motif } };
	return ok({ ...list, props: list.props.map((one) => (one === proposal ? decided : one)) });
};

/**
 * The catalogue once a proposal is accepted: from its day on, or from today when that day has passed
 * while it waited. Exclusions of groups stay as they are. Errors: `E-PROD` the product was removed.
 */
export const acceptedConditions = (
	catalogue: GeneralCatalogue,
	{ prod, cv }: Pick<PriceProposal, 'prod' | 'cv'>,
	today: number,
): Result<GeneralCatalogue, Failure> => {
	const product = livingProduct(catalogue, prod);
	if (!product.ok) return product;
	const d = Math.max(cv.d, today);
	const excl = product.value.cv.findLast((one) => one.d <= d)?.excl;
	const conditions: Conditions = { ...cv, d, ...(excl ? { excl } : {}) };
	const put = putConditions(product.value, conditions, today);
	return put.ok ? ok(withProduct(catalogue, prod, put.value)) : put;
};
