import { err, ok } from '@navette/core';
import type { OperationContext } from '@navette/engine';
import { defineOperation } from '@navette/server';
import * as v from 'valibot';
import {
	authorMark,
	changeDates,
	type DateChange,
	type DateFacts,
	type Delivery,
	groupCodeSchema,
	type Holder,
	instantSchema,
	textSchema,
} from '../../model/index.ts';
import { postAutomatic } from '../automatic-items.ts';
import type { DeliveryKey } from '../delivery-catalogues.ts';
import { readGrouped, readOne } from '../documents.ts';
import { refuse, toFailure } from '../failures.ts';
import { initialsOfHolder } from '../initials.ts';
import { deliveryEntries } from '../inputs.ts';
import { admittedRight, heldRight, whoAmong } from '../rights.ts';
import { saveDelivery } from '../save-delivery.ts';
import { otherExpeditions } from '../tour-links.ts';

const stopEntries = {
	tLiv: v.exactOptional(instantSchema),
	adrL: v.exactOptional(textSchema(300)),
	tDis: v.exactOptional(instantSchema),
	finDis: v.exactOptional(instantSchema),
	adrD: v.exactOptional(textSchema(300)),
};
const input = v.strictObject({
	...deliveryEntries,
	tOuv: v.exactOptional(instantSchema),
	tClo: v.exactOptional(instantSchema),
	tExp: v.exactOptional(instantSchema),
	tArc: v.exactOptional(instantSchema),
	/** By group. */
	pts: v.exactOptional(v.record(groupCodeSchema, v.strictObject(stopEntries))),
});
type Input = v.InferOutput<typeof input>;

const INSTANTS = ['tLiv', 'tDis', 'finDis'] as const;
const ADDRESSES = ['adrL', 'adrD'] as const;

const stopChanges = (gc: string, stop: NonNullable<Input['pts']>[string]): DateChange[] => [
	...INSTANTS.flatMap((field) => {
		const to = stop[field];
		return to === undefined ? [] : [{ field, gc, to }];
	}),
	...ADDRESSES.flatMap((field) => {
		const to = stop[field];
		return to === undefined ? [] : [{ field, gc, to }];
	}),
];

const changesOf = (asked: Input): DateChange[] => [
	...(['tOuv', 'tClo', 'tExp', 'tArc'] as const).flatMap((field) => {
		const to = asked[field];
		return to === undefined ? [] : [{ field, to }];
	}),
	...Object.entries(asked.pts ?? {}).flatMap(([gc, stop]) => stopChanges(gc, stop)),
];

/** A value asked that is the one already there is not a change. */
const isChange =
	(delivery: Delivery) =>
	(change: DateChange): boolean =>
		'gc' in change
			? delivery.pts[change.gc]?.[change.field] !== change.to
			: delivery[change.field] !== change.to;

const factsOf = async (
	context: OperationContext,
	key: DeliveryKey,
	holder: Holder,
): Promise<DateFacts> => {
	const { gp, livr } = key;
	const cartons = await readGrouped(context, 'CART', 'tour', key);
	const orders =
		holder.role === 'GC'
			? await readGrouped(context, 'BCC', 'groupDelivery', { gc: holder.gc, gp, livr })
			: [];
	return {
		now: context.now,
		role: holder.role === 'GC' ? 'GC' : 'GP',
		cartonStarted: cartons.some(({ data }) => data.etat >= 1),
		basketPicked: orders.some(({ data }) => data.ret !== undefined),
		otherExpeditions: await otherExpeditions(context, gp, livr),
	};
};

/** A group touches no stop but its own; which dates, the model says. */
const who = (account: Parameters<ReturnType<typeof whoAmong>>[0], asked: Input) => {
	const { right, gp, pts = {} } = asked;
	const holder = heldRight(account, right)?.holder;
	const group = holder?.role === 'GC' ? holder.gc : undefined;
	const isOwnStop = Object.keys(pts).every((gc) => gc === group);
	return whoAmong('GP', ...(isOwnStop ? (['GC'] as const) : []))(account, { right, gp, gc: group });
};

/** Dates and places of a delivery. */
export const livrDates = defineOperation({
	name: 'LivrDates',
	about: 'Changes dates or places of a delivery, as its phase allows.',
	input,
	example: { right: 'GP/bocage', gp: 'bocage', livr: '20250614', tClo: 1_749_664_800_000 },
	who,
	async handler(context, asked) {
		const { gp, livr } = asked;
		const key = { gp, livr };
		const used = admittedRight(context.account, asked.right);
		const init = await initialsOfHolder(context, gp, used.holder);
		if (!init.ok) return init;
		const delivery = await readOne(context, 'LIVRG', key);
		if (!delivery) return refuse('E-LIEN', { gp, livr });
		const changes = changesOf(asked).filter(isChange(delivery));
		if (changes.some((one) => 'gc' in one && !delivery.pts[one.gc])) return refuse('E-LIEN');
		if (changes.length === 0) return ok({ delivery });
		const facts = await factsOf(context, key, used.holder);
		const author = authorMark(used.right, context.account.id);
		const changed = changeDates(delivery, changes, facts, author);
		if (!changed.ok) return err(toFailure(changed.error));
		await saveDelivery(context, key, changed.value);
		const events = changed.value.hist
			.slice(delivery.hist.length)
			.map(({ champ, av, ap }) => ({ code: 'DATE', facts: { champ, av, ap } }));
		await postAutomatic(context, 'CHL', key, { used, init: init.value }, events);
		return ok({ delivery: changed.value });
	},
});
