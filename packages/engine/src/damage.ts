import { err, type Failure, failure, type Log, type Result } from '@navette/core';
import type { DamagedRow } from '@navette/storage';

/** Tells the log which row cannot be opened, and the caller that one cannot. */
export const reportDamage = (log: Log, { context }: DamagedRow): Result<never, Failure> => {
	log.error('row-damaged', {
		table: context.table,
		org: context.org,
		type: context.row.length > 1 ? context.row[0] : undefined,
		version: context.version,
	});
	return err(failure('E-DAMAGED'));
};
