import type { Awaitable, DocumentReader } from '@navette/storage';
import { createAccessGuard, watchAll } from '@navette/storage/provider';
import { createAsk } from './asking.ts';
import { EPOCH } from './epoch.ts';
import { toStorageFault } from './firestore-fault.ts';
import { createHandles } from './handles.ts';
import { createReader } from './reader.ts';
import { createDraft, type Rows } from './rows.ts';
import { createStoredRows } from './stored-rows.ts';
import type { Setting } from './transact.ts';

/** Runs `work` on the rows of one instant, which no writer waits for. */
export const readRows = async <T>(
	{ rows, timers, track }: Setting,
	work: (seen: Rows) => Awaitable<T>,
	guard = createAccessGuard(),
): Promise<T> => {
	const ask = createAsk(guard, timers);
	try {
		// Whatever is read first says what the instant is: it sees all that was committed before it.
		const { readTime } = await ask(track(rows.doc(EPOCH).get()));
		const reading = track(
			rows.firestore.runTransaction(
				async (transaction) => work(createDraft(createStoredRows(rows, transaction, ask))),
				{ readOnly: true, readTime },
			),
		);
		return await Promise.race([reading, guard.broken]);
	} catch (error) {
		throw toStorageFault(error);
	}
};

/** Runs `work` on one instant of an organisation. */
export const readSnapshot = async <T>(
	setting: Setting,
	org: string,
	work: (reader: DocumentReader) => Awaitable<T>,
): Promise<T> => {
	const guard = createAccessGuard();
	const handles = createHandles();
	try {
		return await readRows(
			setting,
			(seen) => work(watchAll(guard, createReader(org, seen, handles))),
			guard,
		);
	} finally {
		guard.end();
	}
};
