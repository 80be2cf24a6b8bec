import { err, ok } from '@navette/core';
import { defineOperation } from '@navette/server';
import * as v from 'valibot';
import {
	type Amendment,
	amendCatalogue,
	type Conditions,
	conditionsSchema,
	productCodeSchema,
} from '../../model/index.ts';
import { openDeliveryCatalogue, saveDeliveryCatalogue } from '../catalogue-writing.ts';
import { toFailure } from '../failures.ts';
import { deliveryEntries } from '../inputs.ts';
import { whoAmong } from '../rights.ts';

const { pu, dispo, pn, pb, qmax, excl } = conditionsSchema.entries;

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** What is asked and is not so already. */
const changeOf = (asked: Amendment, current: Conditions | undefined): Amendment =>
	Object.fromEntries(
		Object.entries(asked).filter(
			([name, value]) => value !== undefined && !same(value, current?.[name as keyof Conditions]),
		),
	);

/** Conditions of a product in one delivery. */
export const catlAmender = defineOperation({
	name: 'CatlAmender',
	about:
		'Changes price, availability, weights or limits of a product in one delivery, until the truck leaves.',
	input: v.strictObject({
		...deliveryEntries,
		prod: productCodeSchema,
		/** Cents per unit or per kilogram. */
		pu: v.exactOptional(pu),
		dispo: v.exactOptional(dispo),
		pn: v.exactOptional(pn),
		pb: v.exactOptional(pb),
		...{ qmax, excl },
	}),
	example: { right: 'GP/bocage', gp: 'bocage', livr: '20250614', prod: '2.1', pu: 360 },
	who: whoAmong('GP'),
	async handler(context, { gp, livr, prod, right, ...asked }) {
		const opened = await openDeliveryCatalogue(context, { gp, livr, right });
		if (!opened.ok) return opened;
		const { catalogue, delivery, author } = opened.value;
		const current = catalogue.lignes[prod]?.act;
		const change = changeOf(asked, current);
		if (current && Object.keys(change).length === 0) return ok({ ligne: catalogue.lignes[prod] });
		const write = { code: prod, change, now: context.now, author, delivery };
		const amended = amendCatalogue(catalogue, write);
		if (!amended.ok) return err(toFailure(amended.error));
		await saveDeliveryCatalogue(context, opened.value, amended.value, [prod]);
		return ok({ ligne: amended.value.lignes[prod] });
	},
});
