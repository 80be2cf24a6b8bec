import { type Awaitable, type DocumentReader, StorageFault } from '@navette/storage';
import { createAccessGuard, watchAll } from '@navette/storage/provider';
import type { Line } from './connection.ts';
import type { Names } from './names.ts';
import { createReader } from './reader.ts';

/** Reads one state: `BEGIN` alone takes no snapshot, the first query does. */
const BEGIN = 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; SELECT 1';

/** Runs `work` on one snapshot of an organisation, through a line that nobody else uses meanwhile. */
export const readSnapshot = async <T>(
	line: Line,
	names: Names,
	org: string,
	work: (reader: DocumentReader) => Awaitable<T>,
): Promise<T> => {
	const session = await line.session();
	const guard = createAccessGuard();
	try {
		await session.execute(BEGIN);
		return await work(watchAll(guard, createReader(org, session, names)));
	} catch (error) {
		if (error instanceof StorageFault) guard.break(error);
		throw error;
	} finally {
		guard.end();
		// Not waited for: the next statement of this line comes after it.
		session.execute('ROLLBACK').catch(() => session.drop());
	}
};
