import { ok } from '@navette/core';
import type { DocumentSource } from '@navette/engine';
import { defineReport } from '@navette/server';
import * as v from 'valibot';
import {
	actorCodeSchema,
	alertsFor,
	type GroupLine,
	type GroupOrder,
	parseProductCode,
} from '../../model/index.ts';
import { readGrouped } from '../documents.ts';
import { deliveryEntries } from '../inputs.ts';
import { whoAmong } from '../rights.ts';

/** What a group found of one product of a producer. */
interface Finding {
	readonly gc: string;
	readonly prod: string;
	readonly cmd: GroupLine['att'];
	readonly exp: GroupLine['exp'] | null;
	/** Without who declared it: that is the group's own business. */
	readonly rec: { readonly q2?: number; readonly g?: number; readonly est?: boolean } | null;
	readonly rem: string | null;
	/** Alert bits that a producer is shown. */
	readonly al: number;
}

const receivedOf = ({ rec }: GroupLine): Finding['rec'] => {
	if (!rec) return null;
	const { t: _t, par: _par, ...quantity } = rec;
	return quantity;
};

const findingsOf = (gc: string, order: GroupOrder, pr: string): Finding[] =>
	Object.entries(order.lignes)
		.filter(([code]) => parseProductCode(code)?.pr === pr)
		.map(([prod, line]) => ({
			...{ gc, prod, cmd: line.att, exp: line.exp ?? null, rec: receivedOf(line) },
			...{ rem: line.rem ?? null, al: alertsFor('PR', line.al) },
		}));

const ordersOfTour = (source: DocumentSource, gp: string, livr: string) =>
	readGrouped(source, 'BCG', 'tour', { gp, livr });

/** What groups found of the products of a producer, as they unloaded the truck. */
export const constats = defineReport({
	name: 'Constats',
	about: 'What was ordered, shipped and found of a producer’s products, by group, with remarks.',
	input: v.strictObject({ ...deliveryEntries, pr: actorCodeSchema }),
	example: { right: 'PR/bocage.1', gp: 'bocage', livr: '20250614', pr: '1' },
	who: whoAmong('PR', 'GP'),
	async handler(source, { gp, livr, pr }) {
		const orders = await ordersOfTour(source, gp, livr);
		return ok({ constats: orders.flatMap(({ key, data }) => findingsOf(key.gc ?? '', data, pr)) });
	},
});
