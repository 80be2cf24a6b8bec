import { type Failure, ok, type Result } from '@navette/core';
import type { DocumentSource } from '@navette/engine';
import { defineReport } from '@navette/server';
import * as v from 'valibot';
import {
	type CatalogueLine,
	type Conditions,
	type Delivery,
	type DeliveryCatalogue,
	documentAccessOf,
	groupCodeSchema,
	type Holder,
	isOffered,
} from '../../model/index.ts';
import { readAccessFacts } from '../access-facts.ts';
import { catalogueOf } from '../delivery-catalogues.ts';
import { readOne } from '../documents.ts';
import { refuse } from '../failures.ts';
import { deliveryEntries } from '../inputs.ts';
import { admittedRight, heldRight } from '../rights.ts';

/** Conditions as a group is told them: which other groups are excluded is not its business. */
const conditionsFor = (gc: string, conditions: Conditions): Conditions => {
	const { excl = [], ...rest } = conditions;
	return excl.includes(gc) ? { ...rest, excl: [gc] } : rest;
};

const lineFor = (gc: string, line: CatalogueLine): CatalogueLine & { indispo?: true } => ({
	...line,
	act: conditionsFor(gc, line.act),
	...(line.ouv ? { ouv: conditionsFor(gc, line.ouv) } : {}),
	chg: line.chg.map((one) => ({
		...one,
		av: conditionsFor(gc, one.av),
		ap: conditionsFor(gc, one.ap),
	})),
	...(isOffered(line, gc) ? {} : { indispo: true }),
});

/** A catalogue as one group may order from it: what it may not is marked, not hidden. */
const catalogueFor = (catalogue: DeliveryCatalogue, gc: string): DeliveryCatalogue => ({
	...catalogue,
	lignes: Object.fromEntries(
		Object.entries(catalogue.lignes).map(([code, line]) => [code, lineFor(gc, line)]),
	),
});

/** The group whose availability is asked: one's own, or one that the groupement names. */
const groupAsked = (
	holder: Holder,
	gc: string | undefined,
	delivery: Delivery,
): Result<string | undefined, Failure> => {
	if ('gc' in holder && gc !== undefined && gc !== holder.gc) return refuse('E-DROIT');
	const asked = 'gc' in holder ? holder.gc : gc;
	return asked === undefined || delivery.pts[asked] ? ok(asked) : refuse('E-LIEN', { gc: asked });
};

const read = async (
	source: DocumentSource,
	key: { readonly gp: string; readonly livr: string },
): Promise<{ delivery: Delivery; catalogue: DeliveryCatalogue } | undefined> => {
	const delivery = await readOne(source, 'LIVRG', key);
	return delivery && { delivery, catalogue: await catalogueOf(source, key, delivery) };
};

/** The catalogue of a delivery, calculated on the fly as long as none is stored. */
export const catalogue = defineReport({
	name: 'Catalogue',
	about: 'The catalogue of a delivery; what a group may not order is marked unavailable.',
	input: v.strictObject({ ...deliveryEntries, gc: v.exactOptional(groupCodeSchema) }),
	example: { right: 'CO/dupleix.3', gp: 'bocage', livr: '20250614' },
	who: (account, { right }) =>
		heldRight(account, right) ? undefined : { code: 'E-DROIT', detail: { right } },
	async handler(source, { right, gp, livr, gc }, account) {
		const key = { gp, livr };
		const used = admittedRight(account, right);
		const facts = await readAccessFacts(source, account, { type: 'CATL', key });
		const access = documentAccessOf(used.right, 'CATL', key, facts);
		if (!access) return refuse('E-DROIT', { right });
		const found = await read(source, key);
		if (!found) return refuse('E-LIEN', key);
		const group = groupAsked(used.holder, gc, found.delivery);
		if (!group.ok) return group;
		const seen =
			group.value === undefined ? found.catalogue : catalogueFor(found.catalogue, group.value);
		return ok(access.project ? access.project.apply(seen, key) : seen);
	},
});
