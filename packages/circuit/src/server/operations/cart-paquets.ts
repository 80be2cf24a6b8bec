import { err, ok } from '@navette/core';
import { defineOperation } from '@navette/server';
import * as v from 'valibot';
import {
	changeCartonPackages,
	MAX_PACKAGES,
	productCode,
	productNumberSchema,
	writeCarton,
} from '../../model/index.ts';
import { openCarton } from '../carton-writing.ts';
import { refuse, toFailure } from '../failures.ts';
import { cartonEntries, packageGramsSchema, packageIdSchema } from '../inputs.ts';
import { whoAmong } from '../rights.ts';
import { saveCarton } from '../save-carton.ts';

const added = v.strictObject({ id: packageIdSchema, g: packageGramsSchema });

/** Packages of a product that a producer weighs for a group. */
export const cartPaquets = defineOperation({
	name: 'CartPaquets',
	about: 'Puts weighed packages of a product in a carton, or takes some out.',
	input: v.strictObject({
		...cartonEntries,
		rp: productNumberSchema,
		ajouts: v.exactOptional(v.pipe(v.array(added), v.maxLength(MAX_PACKAGES))),
		retraits: v.exactOptional(v.pipe(v.array(packageIdSchema), v.maxLength(MAX_PACKAGES))),
	}),
	example: {
		...{ right: 'PR/bocage.1', gp: 'bocage', pr: '1', livr: '20250614', gc: 'dupleix', rp: '1' },
		ajouts: [{ id: 'p1', g: 1_720 }],
	},
	who: whoAmong('PR', 'GP'),
	async handler(context, { ajouts = [], retraits = [], ...input }) {
		const opened = await openCarton(context, input);
		if (!opened.ok) return opened;
		const { open, carton, around } = opened.value;
		const { rp, pr } = input;
		const code = productCode(pr, rp);
		// Only what has a weight of its own is counted by packages.
		if (open.catalogue.lignes[code]?.perm.mode !== 'UP') return refuse('E-PROD', { code });
		const list = carton?.lignes[rp]?.paq ?? [];
		const changed = changeCartonPackages(list, { add: ajouts, remove: retraits });
		if (!changed.ok) return err(toFailure(changed.error));
		// A weight that the group already has on its shelf keeps its id: it cannot be given twice.
		const taken = ajouts.find(({ id }) =>
			open.order?.lignes[code]?.paq?.some((one) => one.id === id && one.or === 'rec'),
		);
		if (taken) return refuse('E-PAQ', { id: taken.id });
		const paq = { [rp]: changed.value.length > 0 ? changed.value : null };
		const after = writeCarton(carton, { paq }, around);
		return ok({ carton: await saveCarton(context, open, pr, { before: carton, after }) });
	},
});
