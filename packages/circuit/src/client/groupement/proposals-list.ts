import type { PriceProposal, PriceProposals, Product } from '../../model/index.ts';

/** A proposal, and whose. */
export interface ListedProposal {
	readonly pr: string;
	readonly proposal: PriceProposal;
	/** Name of the product, as the catalogue says it now. */
	readonly label: string;
	/** How the price is said. */
	readonly product?: Product;
}

interface Keyed {
	readonly key: Readonly<Record<string, string>>;
	readonly data: PriceProposals;
}

/** Proposals of all producers: those that wait, the oldest first; then what was decided, the latest first. */
export const listedProposals = (
	documents: Iterable<Keyed>,
	products: Readonly<Record<string, Product>>,
): { readonly waiting: readonly ListedProposal[]; readonly decided: readonly ListedProposal[] } => {
	const all = [...documents].flatMap(({ key, data }) =>
		data.props.map((proposal): ListedProposal => {
			const product = products[proposal.prod];
			const label = product?.lib ?? proposal.prod;
			return { pr: key.pr ?? '', proposal, label, ...(product ? { product } : {}) };
		}),
	);
	return {
		waiting: all
			.filter(({ proposal }) => proposal.st === 'att')
			.toSorted((a, b) => a.proposal.t - b.proposal.t),
		decided: all
			.filter(({ proposal }) => proposal.st !== 'att')
			.toSorted((a, b) => (b.proposal.dec?.t ?? 0) - (a.proposal.dec?.t ?? 0)),
	};
};
