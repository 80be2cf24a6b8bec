import type { CollectionReference, DocumentSnapshot } from '@google-cloud/firestore';
import { bytesToHex, type Random } from '@navette/core';
import { rowKey } from './row-key.ts';

/** Id of the document that holds the epoch; no table has this letter. */
export const EPOCH = rowKey('epoch');

const epochIn = (document: DocumentSnapshot): string | undefined => {
	const known: unknown = document.get('epoch');
	return typeof known === 'string' ? known : undefined;
};

/** The epoch of a store, when it has one. */
export const readEpoch = async (rows: CollectionReference): Promise<string | undefined> =>
	epochIn(await rows.doc(EPOCH).get());

/** The epoch of a store, made when it has none, and anew when it was put back from a backup. */
export const openEpoch = (
	rows: CollectionReference,
	random: Random,
	isNew: boolean,
): Promise<string> =>
	rows.firestore.runTransaction(async (transaction) => {
		const document = rows.doc(EPOCH);
		const known = epochIn(await transaction.get(document));
		if (!isNew && known !== undefined) return known;
		const epoch = bytesToHex(random.bytes(16));
		transaction.set(document, { epoch });
		return epoch;
	});
