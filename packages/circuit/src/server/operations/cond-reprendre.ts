import { err, ok } from '@navette/core';
import { defineOperation } from '@navette/server';
import * as v from 'valibot';
import { decideProposal } from '../../model/index.ts';
import { toFailure } from '../failures.ts';
import { oneProposalEntries, openProposals } from '../price-proposals.ts';
import { whoAmong } from '../rights.ts';

/** A proposal that its producer takes back before it is decided. */
export const condReprendre = defineOperation({
	name: 'CondReprendre',
	about: 'A producer takes back conditions he proposed, as long as his groupement has not decided.',
	input: v.strictObject(oneProposalEntries),
	example: { right: 'PR/bocage.2', gp: 'bocage', pr: '2', k: '1749110400000.0' },
	who: whoAmong('PR'),
	async handler(context, { k, ...input }) {
		const opened = await openProposals(context, input);
		if (!opened.ok) return opened;
		const { key, list, facts } = opened.value;
		const decided = decideProposal(list, k, { sort: 'ret' }, facts);
		if (!decided.ok) return err(toFailure(decided.error));
		await context.write('PROP', key, decided.value);
		return ok({ k });
	},
});
