import { type Failure, ok, type Result } from '@navette/core';
import type { DocumentSource } from '@navette/engine';
import * as v from 'valibot';
import { type Delivery, type DeliveryCatalogue, deliveryCodeSchema } from '../model/index.ts';
import { calculateFor, catalogueOf, type DeliveryKey } from './delivery-catalogues.ts';
import { readOne } from './documents.ts';
import { refuse } from './failures.ts';

/** What a catalogue is compared with: the general one, or that of another delivery. */
export const otherCatalogueSchema = v.union([v.literal('general'), deliveryCodeSchema]);

/** That catalogue, as it counts for this delivery. `E-LIEN` when there is no such delivery. */
export const otherCatalogue = async (
	source: DocumentSource,
	key: DeliveryKey,
	delivery: Pick<Delivery, 'tOuv'>,
	other: string,
): Promise<Result<DeliveryCatalogue, Failure>> => {
	if (other === 'general') return ok(await calculateFor(source, key, delivery));
	const there = { gp: key.gp, livr: other };
	const found = await readOne(source, 'LIVRG', there);
	return found ? ok(await catalogueOf(source, there, found)) : refuse('E-LIEN', there);
};
