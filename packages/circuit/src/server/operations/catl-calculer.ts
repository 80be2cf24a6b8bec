import { ok } from '@navette/core';
import { defineOperation } from '@navette/server';
import * as v from 'valibot';
import { mayWrite, phaseOf } from '../../model/index.ts';
import { calculateFor } from '../delivery-catalogues.ts';
import { readOne } from '../documents.ts';
import { refuse, toOutcome } from '../failures.ts';
import { deliveryEntries } from '../inputs.ts';
import { whoAmong } from '../rights.ts';

/** Calculates the catalogue of a delivery from the general one. */
export const catlCalculer = defineOperation({
	name: 'CatlCalculer',
	about:
		'Calculates the catalogue of a delivery before it opens; lines amended by hand stay, unless reset.',
	input: v.strictObject({ ...deliveryEntries, reset: v.exactOptional(v.boolean()) }),
	example: { right: 'GP/bocage', gp: 'bocage', livr: '20250614' },
	who: whoAmong('GP'),
	async handler(context, { gp, livr, reset }) {
		const delivery = await readOne(context, 'LIVRG', { gp, livr });
		if (!delivery) return refuse('E-LIEN', { gp, livr });
		const phase = phaseOf(delivery, context.now);
		const allowed = mayWrite({ role: 'GP', object: 'CATL', phase });
		if (!allowed.ok) return toOutcome(allowed);
		const current = (await readOne(context, 'CATL', { gp, livr })) ?? null;
		// Once open, people have ordered at these prices: they change line by line, with a trace.
		if (phase !== 0 && current) return refuse('E-PHASE', { object: 'CATL', phase: String(phase) });
		const catalogue = await calculateFor(context, { gp, livr }, delivery, current, reset);
		await context.write('CATL', { gp, livr }, catalogue);
		return ok({ lignes: Object.keys(catalogue.lignes).length, calc: catalogue.calc });
	},
});
