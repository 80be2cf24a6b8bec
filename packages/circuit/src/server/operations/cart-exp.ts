import { err, ok } from '@navette/core';
import { defineOperation } from '@navette/server';
import * as v from 'valibot';
import {
	type CartonWrite,
	productCode,
	productNumberSchema,
	writeCarton,
	writeWeighed,
} from '../../model/index.ts';
import { openCarton } from '../carton-writing.ts';
import { toFailure } from '../failures.ts';
import { cartonEntries, quantitySchema, seenQuantitySchema } from '../inputs.ts';
import { whoAmong } from '../rights.ts';
import { saveCarton } from '../save-carton.ts';

const line = v.strictObject({
	rp: productNumberSchema,
	exp: v.nullable(quantitySchema),
	seen: seenQuantitySchema,
});

/** What a producer ships, product by product. */
export const cartExp = defineOperation({
	name: 'CartExp',
	about: 'Writes what a producer ships to a group of some products; null takes it back.',
	input: v.strictObject({
		...cartonEntries,
		lignes: v.pipe(v.array(line), v.minLength(1), v.maxLength(300)),
	}),
	example: {
		...{ right: 'PR/bocage.1', gp: 'bocage', pr: '1', livr: '20250614', gc: 'dupleix' },
		lignes: [{ rp: '1', exp: { q2: 8, g: 7_245 } }],
	},
	who: whoAmong('PR', 'GP'),
	async handler(context, input) {
		const opened = await openCarton(context, input);
		if (!opened.ok) return opened;
		const { open, carton, around } = opened.value;
		const exp: Record<string, NonNullable<CartonWrite['exp']>[string]> = {};
		for (const { rp, exp: quantity, seen } of input.lignes) {
			const code = productCode(input.pr, rp);
			const write = {
				...{ code, quantity, author: open.author, now: context.now },
				...(seen === undefined ? {} : { seen }),
			};
			const current = exp[rp] ?? carton?.lignes[rp]?.exp;
			const written = writeWeighed(current, write, open.catalogue.lignes[code]);
			if (!written.ok) return err(toFailure(written.error));
			exp[rp] = written.value;
		}
		const after = writeCarton(carton, { exp }, around);
		return ok({ carton: await saveCarton(context, open, input.pr, { before: carton, after }) });
	},
});
