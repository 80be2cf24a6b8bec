import type { DocumentSource, OperationContext } from '@navette/engine';
import {
	calculateCatalogue,
	type Delivery,
	type DeliveryCatalogue,
	referenceDay,
} from '../model/index.ts';
import { readOne } from './documents.ts';

/** Key of a delivery. */
export type DeliveryKey = { readonly gp: string; readonly livr: string };

/** A catalogue calculated from the general one; lines of `current` amended by hand stay. */
export const calculateFor = async (
	source: DocumentSource,
	{ gp, livr }: DeliveryKey,
	delivery: Pick<Delivery, 'tOuv'>,
	current: DeliveryCatalogue | null = null,
	reset = false,
): Promise<DeliveryCatalogue> => {
	const groupement = await readOne(source, 'FGP', { gp });
	const general = await readOne(source, 'CATG', { gp });
	const day = groupement && referenceDay(livr, delivery.tOuv, groupement);
	return calculateCatalogue(general ?? { prods: {} }, day ?? 0, source.now, current, reset);
};

/** The catalogue of a delivery: the stored one, failing that what it would be if stored now. */
export const catalogueOf = async (
	source: DocumentSource,
	key: DeliveryKey,
	delivery: Pick<Delivery, 'tOuv'>,
): Promise<DeliveryCatalogue> =>
	(await readOne(source, 'CATL', key)) ?? (await calculateFor(source, key, delivery));

/**
 * The catalogue of a delivery, stored if it was not: nobody calculates it at the opening, since
 * nothing runs by itself, so the first write of that delivery does.
 */
export const keptCatalogue = async (
	context: OperationContext,
	key: DeliveryKey,
	delivery: Pick<Delivery, 'tOuv'>,
): Promise<DeliveryCatalogue> => {
	const stored = await readOne(context, 'CATL', key);
	if (stored) return stored;
	const calculated = await calculateFor(context, key, delivery);
	await context.write('CATL', key, calculated);
	return calculated;
};
