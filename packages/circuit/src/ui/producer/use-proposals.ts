import {
	type RoleView,
	useAnnounce,
	useLanguage,
	useObservable,
	useSession,
	useText,
	useThread,
} from '@navette/ui';
import { useMemo, useState } from 'react';
import {
	documentOf,
	type OwnProposal,
	ownProposals,
	producerOf,
	producerThread,
	proposalEntries,
	proposeCall,
	type QueuedCall,
	type RefusedProposal,
	refusedProposals,
	takeBackCall,
} from '../../client/index.ts';
import type { ProposedConditions } from '../../model/index.ts';
import { productsTexts } from './products-texts.ts';
import { useTrack } from './use-track.ts';

/** A product, and conditions for it. */
export interface AskedConditions {
	readonly prod: string;
	/** Name of the product. */
	readonly lib: string;
	readonly cv: ProposedConditions;
	readonly reason: string;
}

/** What a producer proposes, and the ways to propose and to take back. */
export interface Proposals {
	/** By product. */
	of(prod: string): readonly OwnProposal[];
	/** How many the groupement has not decided. */
	readonly waiting: number;
	/** How many it accepted: these are in the catalogue. */
	readonly accepted: number;
	/** How many of this device are not on the server yet. */
	readonly leaving: number;
	readonly refused: readonly RefusedProposal[];
	/** Why the device could not keep the last write. */
	readonly fault: string | undefined;
	/** Answers whether the device keeps it; `replaces` is the refused write that it corrects. */
	propose(asked: AskedConditions, replaces?: string): Promise<boolean>;
	takeBack(proposal: OwnProposal, lib: string): void;
	/** Forgets a refused write. */
	dismiss(id: string): void;
}

const NONE: readonly OwnProposal[] = [];

/** Proposes conditions through the outbox: with or without network. */
export function useProposals(role: RoleView): Proposals {
	const session = useSession();
	const text = useText(productsTexts);
	const language = useLanguage();
	const announce = useAnnounce();
	const { right, gp, pr } = producerOf(role);
	const producer = useMemo(() => ({ right, gp, pr }), [right, gp, pr]);
	const thread = useThread(producerThread(producer));
	const outbox = useObservable(session.outbox);
	const own = useMemo(() => proposalEntries(outbox, producer), [outbox, producer]);
	const { entries, answered } = useTrack(own, thread.version);
	const [fault, setFault] = useState<string>();
	const list = documentOf(thread, 'PROP', `${gp}.${pr}`);
	const shown = useMemo(
		() => ownProposals(list, [...answered, ...entries]),
		[list, answered, entries],
	);
	const all = [...shown.values()].flat();
	const keep = async ({ name, input, label }: QueuedCall, said: string): Promise<boolean> => {
		const queued = await session.queue(name, input, label);
		setFault(queued.ok ? undefined : queued.error.sentence[language]);
		if (queued.ok) announce(said);
		return queued.ok;
	};
	return {
		of: (prod) => shown.get(prod) ?? NONE,
		waiting: all.filter(({ state }) => state === 'att' || state === 'leaving').length,
		accepted: all.filter(({ state }) => state === 'acc').length,
		leaving: entries.filter(({ state }) => state !== 'refused').length,
		refused: useMemo(() => refusedProposals(entries), [entries]),
		fault,
		async propose(asked, replaces) {
			const kept = await keep(proposeCall(producer, asked), text.saidProposed(asked.lib));
			if (kept && replaces !== undefined) await session.discard(replaces);
			return kept;
		},
		takeBack(proposal, lib) {
			// One that never left is forgotten here; the server has nothing to take back.
			if (proposal.state === 'leaving') void session.discard(proposal.id);
			else void keep(takeBackCall(producer, { ...proposal, lib }), text.saidTakenBack(lib));
		},
		dismiss: (id) => void session.discard(id),
	};
}
