import type { OutboxEntry } from '@navette/client';
import type { PriceProposal, PriceProposals, ProposedConditions } from '../../model/index.ts';
import type { Producer } from './producer-role.ts';

type Input = Readonly<Record<string, unknown>>;

/** What a producer proposed for one of his products, as his screen shows it. */
export interface OwnProposal {
	/** Name in the list of the server; of the outbox entry while it is only there. */
	readonly id: string;
	readonly prod: string;
	readonly cv: ProposedConditions;
	/** Cents in force when it was proposed; absent before the first conditions. */
	readonly before?: number;
	readonly reason?: string;
	/** `leaving`: on this device only; `taking-back`: its taking back waits here; others as the server says. */
	readonly state: 'leaving' | 'taking-back' | PriceProposal['st'];
	/** When it was proposed, then decided; ms. Absent while it is on this device only. */
	readonly t?: number;
	readonly decided?: { readonly t: number; readonly motif?: string };
}

/** A proposal, or the taking back of one, that the server refused: what was typed is still there. */
export interface RefusedProposal {
	readonly id: string;
	readonly error: OutboxEntry['error'];
	readonly label: { readonly fr: string; readonly en: string };
	/** What to correct; absent for a taking back. */
	readonly asked?: {
		readonly prod: string;
		readonly cv: ProposedConditions;
		readonly reason: string;
	};
}

/** Operations of the outbox by which a producer proposes or takes back, in their order. */
export const proposalEntries = (
	outbox: readonly OutboxEntry[],
	{ gp, pr }: Producer,
): readonly OutboxEntry[] =>
	outbox.filter(({ name, input }) => {
		const asked = input as Input;
		return ['CondProposer', 'CondReprendre'].includes(name) && asked.gp === gp && asked.pr === pr;
	});

const known = ({ k, prod, cv, av, tx, st, t, dec }: PriceProposal): OwnProposal => ({
	...{ id: k, prod, cv, state: st, t },
	...(av ? { before: av.pu } : {}),
	...(tx === undefined ? {} : { reason: tx }),
	...(dec
		? { decided: { t: dec.t, ...(dec.motif === undefined ? {} : { motif: dec.motif }) } }
		: {}),
});

interface Asked {
	readonly prod: string;
	readonly cv: ProposedConditions;
	readonly tx?: string;
}

const isSame = (one: Pick<OwnProposal, 'prod' | 'cv'>, { prod, cv }: Asked): boolean =>
	one.prod === prod && one.cv.d === cv.d;

/** Whether proposed conditions change nothing of those in force on their day. */
export const changesNothing = (
	cv: ProposedConditions,
	inForce: ProposedConditions | undefined,
): boolean =>
	inForce !== undefined &&
	(['pu', 'dispo', 'pn', 'pb', 'qmax'] as const).every((field) => cv[field] === inForce[field]);

/** The list once an operation of this device is through: doing one twice changes nothing. */
const after = (list: readonly OwnProposal[], { id, name, input }: OutboxEntry): OwnProposal[] => {
	if (name === 'CondReprendre') {
		const { k } = input as { readonly k: string };
		return list.map((one) =>
			one.id === k && one.state === 'att' ? { ...one, state: 'taking-back' } : one,
		);
	}
	const asked = input as Asked;
	const isWaiting = ({ state }: OwnProposal) => state === 'att' || state === 'leaving';
	const others = list.filter((one) => !(isWaiting(one) && isSame(one, asked)));
	const { prod, cv, tx } = asked;
	const isThere = list.some(
		(one) =>
			one.state === 'att' && isSame(one, asked) && one.reason === tx && changesNothing(cv, one.cv),
	);
	if (isThere) return [...list];
	return [
		...others,
		{ id, prod, cv, state: 'leaving', ...(tx === undefined ? {} : { reason: tx }) },
	];
};

/** What waits first, then what was decided; the latest first in both. */
const order = (a: OwnProposal, b: OwnProposal): number =>
	Number(b.decided === undefined) - Number(a.decided === undefined) ||
	(b.decided?.t ?? b.t ?? Infinity) - (a.decided?.t ?? a.t ?? Infinity);

/** Everything proposed, with what this device has not sent yet, by product. */
export const ownProposals = (
	list: PriceProposals | undefined,
	entries: readonly OutboxEntry[],
): ReadonlyMap<string, readonly OwnProposal[]> => {
	const all = entries
		.filter(({ state }) => state !== 'refused')
		.reduce<OwnProposal[]>(after, (list?.props ?? []).map(known));
	return Map.groupBy(all.toReversed().toSorted(order), ({ prod }) => prod);
};

/** What the server refused of them, in the order in which it was asked. */
export const refusedProposals = (entries: readonly OutboxEntry[]): RefusedProposal[] =>
	entries
		.filter(({ state }) => state === 'refused')
		.map(({ id, name, error, label, input }) => {
			const said = (label ?? {}) as { readonly fr?: string; readonly en?: string };
			const { prod, cv, tx = '' } = input as Asked;
			return {
				...{ id, error, label: { fr: said.fr ?? '', en: said.en ?? '' } },
				...(name === 'CondProposer' ? { asked: { prod, cv, reason: tx } } : {}),
			};
		});
