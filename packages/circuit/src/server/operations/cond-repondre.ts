import { err, ok } from '@navette/core';
import { defineOperation } from '@navette/server';
import * as v from 'valibot';
import { acceptedConditions, decideProposal, textSchema } from '../../model/index.ts';
import { toFailure } from '../failures.ts';
import { oneProposalEntries, openProposals } from '../price-proposals.ts';
import { whoAmong } from '../rights.ts';

const input = v.variant('sort', [
	v.strictObject({ ...oneProposalEntries, sort: v.literal('acc') }),
	v.strictObject({ ...oneProposalEntries, sort: v.literal('ref'), motif: textSchema(300) }),
]);

/** What the groupement decides of a proposal: accepted, it is in the catalogue at once. */
export const condRepondre = defineOperation({
	name: 'CondRepondre',
	about:
		'Accepts conditions that a producer proposes, into the general catalogue, or refuses them with a reason.',
	input,
	example: {
		...{ right: 'GP/bocage', gp: 'bocage', pr: '2', k: '1749110400000.0' },
		...{ sort: 'ref', motif: 'Le prix de juin est déjà annoncé.' },
	},
	who: (account, { right, gp }) => whoAmong('GP')(account, { right, gp }),
	async handler(context, { k, ...asked }) {
		const opened = await openProposals(context, asked);
		if (!opened.ok) return opened;
		const { key, list, catalogue, today, facts } = opened.value;
		const decided = decideProposal(list, k, asked, facts);
		if (!decided.ok) return err(toFailure(decided.error));
		const proposal = decided.value.props.find((one) => one.k === k);
		if (proposal && asked.sort === 'acc') {
			const accepted = acceptedConditions(catalogue, proposal, today);
			if (!accepted.ok) return err(toFailure(accepted.error));
			await context.write('CATG', { gp: key.gp }, accepted.value);
		}
		await context.write('PROP', key, decided.value);
		return ok({ proposition: proposal ?? null });
	},
});
