import { type Failure, ok, type Result } from '@navette/core';
import type { OperationContext } from '@navette/engine';
import { defineTask } from '@navette/server';
import * as v from 'valibot';
import {
	alertBits,
	centsSchema,
	countSchema,
	type Delivery,
	deliveryCodeSchema,
	groupCodeSchema,
	isDigest,
	isMoment,
	MOMENTS,
	nextDigest,
} from '../../model/index.ts';
import { readGrouped, readOne } from '../documents.ts';
import { listUnsettled } from '../list-unsettled.ts';
import { planMoment, TELL_MOMENT } from '../plan-moments.ts';

const input = v.strictObject({
	gp: groupCodeSchema,
	livr: deliveryCodeSchema,
	quoi: v.picklist(MOMENTS),
	/** What the last digest said of the orders. */
	dit: v.exactOptional(v.strictObject({ nco: countSchema, px: centsSchema })),
});
type Input = v.InferOutput<typeof input>;
type Told = NonNullable<Delivery['dits']>;

const HALVES = alertBits('PARITE');

/** What is said at a moment; nothing when there is nothing to say. */
const toldAt = async (
	context: OperationContext,
	{ gp, livr, quoi, dit }: Input,
): Promise<Told | undefined> => {
	const { now } = context;
	if (quoi === 'clos') return { clos: now };
	if (quoi === 'parti') return { parti: now };
	if (quoi === 'catalogue48' || quoi === 'catalogue24') {
		const catalogue = await readOne(context, 'CATL', { gp, livr });
		return catalogue?.valid === undefined ? { catalogue: now } : undefined;
	}
	const orders = await readGrouped(context, 'BCG', 'tour', { gp, livr });
	if (quoi === 'parite') {
		const odd = orders.filter(({ data }) => (data.tot.al & HALVES) !== 0);
		const gcs = odd.map(({ key }) => key.gc ?? '');
		return gcs.length > 0 ? { parite: { t: now, gcs } } : undefined;
	}
	const sums = sumsOf(orders);
	const isSame = dit ? dit.nco === sums.nco && dit.px === sums.px : sums.nco === 0;
	return isSame ? undefined : { bilan: now };
};

const sumsOf = (orders: readonly { readonly data: { tot: { nco: number; px: number } } }[]) => ({
	nco: orders.reduce((sum, { data }) => sum + data.tot.nco, 0),
	px: orders.reduce((sum, { data }) => sum + data.tot.px, 0),
});

/** The next digest, which will say what changed since this one. */
const planNextDigest = async (
	context: OperationContext,
	{ gp, livr }: Input,
	delivery: Delivery,
): Promise<void> => {
	const groupement = await readOne(context, 'FGP', { gp });
	const [quoi, at] = nextDigest(context.now, groupement?.tz ?? 'Europe/Paris');
	if (at >= delivery.tClo) return;
	const dit = sumsOf(await readGrouped(context, 'BCG', 'tour', { gp, livr }));
	await planMoment(context, { gp, livr }, quoi, at, dit);
};

/** Everything is read and decided in the transaction that notes the task as done: it is told once. */
const tell = async (context: OperationContext, asked: Input): Promise<Result<null, Failure>> => {
	const { gp, livr, quoi } = asked;
	const delivery = await readOne(context, 'LIVRG', { gp, livr });
	if (!delivery || !isMoment(quoi, delivery, context.now)) return ok(null);
	if (quoi === 'archive') {
		await listUnsettled(context, { gp, livr }, delivery);
		return ok(null);
	}
	const told = await toldAt(context, asked);
	if (told) {
		const dits = { ...delivery.dits, ...told };
		await context.write('LIVRG', { gp, livr }, { ...delivery, dits });
	}
	if (isDigest(quoi)) await planNextDigest(context, asked, delivery);
	return ok(null);
};

/** What time alone brings in the life of a delivery. */
export const tellMoment = defineTask({
	name: TELL_MOMENT,
	about: 'Tells those concerned that a delivery closes soon, is closed, left, or has new orders.',
	input,
	handler: (_run, asked) => ok((context: OperationContext) => tell(context, asked)),
});
