import type { Delivery, Phase } from '../model/index.ts';

/** Where a guided tour may lead: the delivery in each phase, as part of an address `gp/livr`. */
export type GuidePlaces = Readonly<Partial<Record<Phase, string>>>;

interface Known {
	readonly gp: string;
	readonly livr: string;
	readonly delivery: Delivery;
}

/** The soonest delivery of each phase, as `phaseOf` says it. */
export const guidePlaces = (
	known: readonly Known[],
	phaseOf: (delivery: Delivery) => Phase,
): GuidePlaces => {
	const places: Partial<Record<Phase, string>> = {};
	for (const { gp, livr, delivery } of known.toSorted((a, b) => (a.livr < b.livr ? -1 : 1)))
		places[phaseOf(delivery)] ??= `${gp}/${livr}`;
	return places;
};
