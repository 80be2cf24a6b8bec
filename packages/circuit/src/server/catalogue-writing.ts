import { type Failure, ok, type Result } from '@navette/core';
import type { OperationContext } from '@navette/engine';
import {
	authorMark,
	type Delivery,
	type DeliveryCatalogue,
	mayWrite,
	type Phase,
	phaseOf,
} from '../model/index.ts';
import { type AutomaticEvent, postAutomatic } from './automatic-items.ts';
import { type DeliveryKey, keptCatalogue } from './delivery-catalogues.ts';
import { readOne } from './documents.ts';
import { refuse, toOutcome } from './failures.ts';
import { refreshPrices } from './refresh-prices.ts';
import { admittedRight, type UsedRight } from './rights.ts';

/** The catalogue of a delivery, opened for writing by its groupement. */
export interface OpenDeliveryCatalogue {
	readonly key: DeliveryKey;
	readonly delivery: Delivery;
	readonly phase: Phase;
	readonly catalogue: DeliveryCatalogue;
	readonly used: UsedRight;
	readonly author: string;
	/** Initials of the groupement. */
	readonly init: string;
}

/** Opens it until the truck leaves. Errors: `E-LIEN`, `E-PHASE`, `E-GEL`, `E-ARCH`. */
export const openDeliveryCatalogue = async (
	context: OperationContext,
	{ gp, livr, right }: DeliveryKey & { readonly right: string },
): Promise<Result<OpenDeliveryCatalogue, Failure>> => {
	const key = { gp, livr };
	const delivery = await readOne(context, 'LIVRG', key);
	const groupement = await readOne(context, 'FGP', { gp });
	if (!delivery || !groupement) return refuse('E-LIEN', key);
	const phase = phaseOf(delivery, context.now);
	const allowed = mayWrite({ role: 'GP', object: 'CATL', phase });
	if (!allowed.ok) return toOutcome(allowed);
	const used = admittedRight(context.account, right);
	const author = authorMark(used.right, context.account.id);
	const catalogue = await keptCatalogue(context, key, delivery);
	return ok({ key, delivery, phase, catalogue, used, author, init: groupement.carte.init });
};

const priceEvents = (
	before: DeliveryCatalogue,
	after: DeliveryCatalogue,
	codes: readonly string[],
): AutomaticEvent[] =>
	codes.flatMap((prod) => {
		const [av, ap] = [before.lignes[prod]?.act.pu, after.lignes[prod]?.act.pu];
		return av === undefined || ap === undefined || av === ap
			? []
			: [{ code: 'PRIX', facts: { prod, av, ap } }];
	});

/**
 * Writes it after conditions of some products changed. From the opening on, the orders that hold them
 * are priced again, and each change of price is said silently in the chat of the delivery.
 */
export const saveDeliveryCatalogue = async (
	context: OperationContext,
	open: OpenDeliveryCatalogue,
	after: DeliveryCatalogue,
	codes: readonly string[],
): Promise<void> => {
	const { key, phase, catalogue: before, used, init } = open;
	await context.write('CATL', key, after);
	if (phase === 0) return;
	for (const code of codes) await refreshPrices(context, key, code, after);
	await postAutomatic(context, 'CHL', key, { used, init }, priceEvents(before, after, codes));
};
