import { err, ok } from '@navette/core';
import { defineOperation } from '@navette/server';
import * as v from 'valibot';
import {
	parseProductCode,
	productCodeSchema,
	propose,
	proposedConditionsSchema,
	textSchema,
} from '../../model/index.ts';
import { refuse, toFailure } from '../failures.ts';
import { openProposals, proposalEntries } from '../price-proposals.ts';
import { whoAmong } from '../rights.ts';

/** Other conditions for a product of one's own, for the groupement to decide. */
export const condProposer = defineOperation({
	name: 'CondProposer',
	about:
		'A producer proposes conditions of sale from today or a later day on; his groupement decides.',
	input: v.strictObject({
		...proposalEntries,
		prod: productCodeSchema,
		cv: proposedConditionsSchema,
		/** Why. */
		tx: v.exactOptional(textSchema(300)),
	}),
	example: {
		...{ right: 'PR/bocage.2', gp: 'bocage', pr: '2', prod: '2.1' },
		...{ cv: { d: 20250901, dispo: 3, pu: 2_150, pn: 10_000, pb: 10_400 }, tx: 'Gel en avril.' },
	},
	who: whoAmong('PR'),
	async handler(context, { prod, cv, tx, ...input }) {
		if (parseProductCode(prod)?.pr !== input.pr) return refuse('E-DROIT', { prod });
		const opened = await openProposals(context, input);
		if (!opened.ok) return opened;
		const { key, list, catalogue, facts } = opened.value;
		const asked = { prod, cv, ...(tx === undefined ? {} : { tx }) };
		const proposed = propose(list, catalogue, asked, facts);
		if (!proposed.ok) return err(toFailure(proposed.error));
		await context.write('PROP', key, proposed.value);
		return ok({ k: proposed.value.props.at(-1)?.k ?? '' });
	},
});
