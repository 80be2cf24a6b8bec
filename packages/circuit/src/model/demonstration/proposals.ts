import type { Instant } from '../fields.ts';
import { localTimeOf } from '../local-time.ts';
import { decideProposal, type PriceProposals, propose } from '../price-proposals.ts';
import type { GeneralCatalogue } from '../product.ts';

const DAY = 86_400_000;

const dayAfter = (now: Instant, days: number): number =>
	localTimeOf(now + days * DAY, 'Europe/Paris').day;

interface Idea {
	readonly prod: string;
	/** Cents more. */
	readonly more: number;
	/** Days before `now` at which it is proposed, and after it from which it counts. */
	readonly ago: number;
	readonly ahead: number;
	readonly tx: string;
}

const proposed = (
	list: PriceProposals | undefined,
	catalogue: GeneralCatalogue,
	{ prod, more, ago, ahead, tx }: Idea,
	now: Instant,
): PriceProposals | undefined => {
	const current = catalogue.prods[prod]?.cv.at(-1);
	if (!current) return list;
	const { excl: _excl, ...conditions } = current;
	const cv = { ...conditions, pu: conditions.pu + more, d: dayAfter(now, ahead) };
	const facts = { now: now - ago * DAY, par: 'PR/bocage.2 demonstration' };
	const made = propose(list, catalogue, { prod, cv, tx }, { ...facts, today: dayAfter(now, -ago) });
	return made.ok ? made.value : list;
};

/** Two changes of price that a producer of poultry proposes: one was refused, one waits. */
export const demonstrationProposals = (
	catalogue: GeneralCatalogue,
	now: Instant,
): PriceProposals | undefined => {
	const heavy = 'Les pintades sont plus longues à élever en hiver.';
	const fodder = 'L’aliment a augmenté de 6 %.';
	const idea = { prod: '2.2', more: 90, ago: 9, ahead: 5, tx: heavy };
	const first = proposed(undefined, catalogue, idea, now);
	const motif = 'Le tarif est déjà imprimé.';
	const facts = { now: now - 8 * DAY, par: 'GP/bocage demonstration' };
	const k = first?.props[0]?.k ?? '';
	const refused = decideProposal(first, k, { sort: 'ref', motif }, facts);
	const next = { prod: '2.1', more: 40, ago: 1, ahead: 20, tx: fodder };
	return proposed(refused.ok ? refused.value : first, catalogue, next, now);
};
