import { createFormats } from '@navette/ui/formats';
import type { ProposedConditions } from '../../model/index.ts';
import type { QueuedCall } from '../consumer/order-calls.ts';
import type { Producer } from './producer-role.ts';

const FORMATS = { fr: createFormats('fr'), en: createFormats('en') };

interface Named {
	readonly prod: string;
	/** Name of the product. */
	readonly lib: string;
	readonly cv: ProposedConditions;
}

/** What lists of waiting operations show: `Poulet : 12,50 €, à partir du 1 septembre 2025`. */
const labelled = ({ lib, cv }: Named, verb: { readonly fr: string; readonly en: string }) => {
	const day = String(cv.d);
	return {
		kind: 'proposal',
		fr: `${verb.fr}${lib}\u00a0: ${FORMATS.fr.money(cv.pu)}, à partir du ${FORMATS.fr.day(day, 'date')}`,
		en: `${verb.en}${lib}: ${FORMATS.en.money(cv.pu)}, from ${FORMATS.en.day(day, 'date')}`,
	};
};

/** Proposes conditions of a product; an empty reason is none. */
export const proposeCall = (
	{ right, gp, pr }: Producer,
	asked: Named & { readonly reason: string },
): QueuedCall => {
	const { prod, cv, reason } = asked;
	const tx = reason.trim();
	return {
		name: 'CondProposer',
		input: { right, gp, pr, prod, cv, ...(tx === '' ? {} : { tx }) },
		label: labelled(asked, { fr: '', en: '' }),
	};
};

/** Takes one back, before it is decided. */
export const takeBackCall = (
	{ right, gp, pr }: Producer,
	proposal: Named & { readonly id: string },
): QueuedCall => ({
	name: 'CondReprendre',
	input: { right, gp, pr, k: proposal.id },
	label: labelled(proposal, { fr: 'Reprise de ', en: 'Taking back ' }),
});
