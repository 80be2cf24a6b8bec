import { err, type Failure, ok, type Result } from '@navette/core';
import type { DocumentSource } from '@navette/engine';
import type { Account } from '@navette/model';
import * as v from 'valibot';
import {
	actorCodeSchema,
	failure,
	groupCodeSchema,
	livingProduct,
	productCodeSchema,
} from '../model/index.ts';
import { readOne } from './documents.ts';
import { toFailure } from './failures.ts';
import { openCatalogue } from './general-catalogues.ts';
import { rightSchema } from './inputs.ts';
import { whoAmong } from './rights.ts';

/** What a photo is of, and the right under which it is written. */
export const photoEntries = {
	right: rightSchema,
	gp: groupCodeSchema,
	/** A product (`pr.rp`), or the producer himself (`pr`). */
	prod: v.union([productCodeSchema, actorCodeSchema]),
};

/** The groupement of a product or of a producer, and the producer. */
export const whoShows = (
	account: Account,
	{ right, gp, prod }: { readonly right: string; readonly gp: string; readonly prod: string },
): Failure | undefined => whoAmong('GP', 'PR')(account, { right, gp, pr: prod.split('.')[0] });

/** `E-PROD` when there is no such product or producer to show, or no longer. */
export const checkShown = async (
	source: DocumentSource,
	gp: string,
	prod: string,
): Promise<Result<void, Failure>> => {
	const opened = await openCatalogue(source, gp);
	if (!opened.ok) return opened;
	if (prod.includes('.')) {
		const product = livingProduct(opened.value.catalogue, prod);
		return product.ok ? ok(undefined) : err(toFailure(product.error));
	}
	const sheet = await readOne(source, 'FPR', { gp, pr: prod });
	return sheet ? ok(undefined) : err(toFailure(failure('E-PROD', { code: prod })));
};
