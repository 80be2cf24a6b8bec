import type { CollectionReference } from '@google-cloud/firestore';
import { bytesToHex, type Random } from '@navette/core';
import { rowKey } from './row-key.ts';

/** Id of the document that holds the epoch; no table has this letter. */
export const EPOCH = rowKey('epoch');

/** The epoch of a store, made when it has none, and anew when it was put back from a backup. */
export const openEpoch = (
	rows: CollectionReference,
	random: Random,
	isNew: boolean,
): Promise<string> =>
	rows.firestore.runTransaction(async (transaction) => {
		const document = rows.doc(EPOCH);
		const known: unknown = (await transaction.get(document)).get('epoch');
		if (!isNew && typeof known === 'string') return known;
		const epoch = bytesToHex(random.bytes(16));
		transaction.set(document, { epoch });
		return epoch;
	});
