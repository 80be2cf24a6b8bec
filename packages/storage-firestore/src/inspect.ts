import type { Timers } from '@navette/core';
import { connect, type FirestorePlace } from './connection.ts';
import { readEpoch } from './epoch.ts';

/**
 * The epoch of a store, `undefined` when nothing was ever kept there; changes nothing. Rejects with a
 * `StorageFault` when the database cannot be reached.
 */
export const inspectFirestore = async ({
	timers,
	...place
}: FirestorePlace & { readonly timers: Timers }): Promise<string | undefined> => {
	const { connection, first } = await connect(place, timers, readEpoch);
	await connection.close();
	return first;
};
