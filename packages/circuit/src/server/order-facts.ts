import { type Failure, ok, type Result } from '@navette/core';
import type { DocumentSource } from '@navette/engine';
import {
	type ConsumerSheet,
	type Delivery,
	GROUP_ITSELF,
	type GroupSheet,
	isLinkActive,
	mayWrite,
	type Phase,
	phaseForConsumer,
	phaseForGroup,
	type WrittenObject,
} from '../model/index.ts';
import { readOne } from './documents.ts';
import { refuse, toOutcome } from './failures.ts';
import type { UsedRight } from './rights.ts';

/** Key of a consumer's order. */
export interface OrderKey {
	readonly gc: string;
	readonly co: string;
	readonly gp: string;
	readonly livr: string;
}

/** A delivery as one group takes part in it. */
export interface GroupDelivery {
	readonly group: GroupSheet;
	readonly delivery: Delivery;
}

/** What surrounds the order of a consumer that somebody may write now. */
export interface OrderFacts extends GroupDelivery {
	/** Absent for the group itself (`co = 1`). */
	readonly consumer: ConsumerSheet | undefined;
}

/**
 * The group and the delivery, doing business with each other: both sides of the link active, and
 * the group on the tour. `E-LIEN` otherwise.
 */
const readGroupDelivery = async (
	source: DocumentSource,
	{ gc, gp, livr }: Pick<OrderKey, 'gc' | 'gp' | 'livr'>,
): Promise<Result<GroupDelivery, Failure>> => {
	const group = await readOne(source, 'FGC', { gc });
	const groupement = await readOne(source, 'FGP', { gp });
	const delivery = await readOne(source, 'LIVRG', { gp, livr });
	const linked =
		group && groupement && group.st === 'actif' && isLinkActive(gc, group, gp, groupement);
	return linked && delivery?.pts[gc] ? ok({ group, delivery }) : refuse('E-LIEN', { gc, gp });
};

const phaseFor = (
	{ group, delivery }: GroupDelivery,
	{ holder }: UsedRight,
	gc: string,
	now: number,
): Phase =>
	holder.role === 'CO'
		? phaseForConsumer(delivery, gc, now, group.par.avance)
		: phaseForGroup(delivery, gc, now);

/**
 * What surrounds an order, if this right may write this part of it now. Errors: `E-LIEN`, `E-DROIT`
 * (no such consumer), `E-BLOQUE`, `E-PHASE`, `E-ARCH`.
 */
export const readOrderFacts = async (
	source: DocumentSource,
	used: UsedRight,
	object: WrittenObject,
	key: OrderKey,
): Promise<Result<OrderFacts, Failure>> => {
	const { gc, co } = key;
	const served = await readGroupDelivery(source, key);
	if (!served.ok) return served;
	const consumer = await readOne(source, 'FCO', { gc, co });
	if (!consumer && co !== GROUP_ITSELF) return refuse('E-DROIT', { gc, co });
	// Who left orders nothing more; what he had ordered is still weighed, shared and collected.
	if (consumer?.st === 9 && object === 'BCC.cmd') return refuse('E-BLOQUE', { st: 9 });
	const allowed = mayWrite({
		role: used.holder.role,
		object,
		phase: phaseFor(served.value, used, gc, source.now),
		...(used.holder.role === 'CO' && consumer ? { consumer: consumer.st } : {}),
	});
	return allowed.ok ? ok({ ...served.value, consumer }) : toOutcome(allowed);
};

/** A group's delivery, if this right may write this part of it now: `E-LIEN`, `E-PHASE`, `E-ARCH`. */
export const readGroupFacts = async (
	source: DocumentSource,
	used: UsedRight,
	object: WrittenObject,
	key: Pick<OrderKey, 'gc' | 'gp' | 'livr'>,
): Promise<Result<GroupDelivery, Failure>> => {
	const served = await readGroupDelivery(source, key);
	if (!served.ok) return served;
	const phase = phaseFor(served.value, used, key.gc, source.now);
	const allowed = mayWrite({ role: used.holder.role, object, phase });
	return allowed.ok ? served : toOutcome(allowed);
};
