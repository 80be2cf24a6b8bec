import { StorageFault, type StorageFaultCode } from '@navette/storage';
import { DatabaseError } from 'pg';

/** SQLSTATE codes (PostgreSQL, Appendix A) of work that would succeed if it ran again. */
const CONFLICTS: ReadonlySet<string> = new Set([
	'40001', // serialization_failure: something read has changed since
	'40P01', // deadlock_detected
	'55P03', // lock_not_available: somebody else holds it
]);

/** Whole codes, or classes of two characters, that are the machine's fault. */
const FAULTS: ReadonlyMap<string, StorageFaultCode> = new Map([
	['53100', 'full'], // disk_full
	['53', 'io'], // insufficient resources
	['08', 'io'], // connection
	['57', 'io'], // operator intervention: shutdown, cancel, starting up
	['58', 'io'], // system error
	['28', 'io'], // authorization
	['3D', 'io'], // no such database
	['XX', 'io'], // internal error, corruption
	['25006', 'io'], // a server that only reads
	['25P03', 'io'], // idle too long in a transaction
]);

/**
 * Work that met another's: it is rolled back and runs again. `doors` are those of the threads that
 * somebody else holds, to be waited for; none when it was something else.
 */
export class Conflict extends StorageFault {
	/** Told by whoever knows which threads the statement was after. */
	doors: readonly number[] = [];

	constructor(message: string, cause?: unknown) {
		super('io', message, cause);
	}
}

/** An error of the client as a `StorageFault`; a defect as it is. */
export const toStorageFault = (error: unknown): unknown => {
	if (error instanceof StorageFault || !(error instanceof Error)) return error;
	if (!(error instanceof DatabaseError)) return new StorageFault('io', error.message, error);
	const code = error.code ?? '';
	if (CONFLICTS.has(code)) return new Conflict(error.message, error);
	const fault = FAULTS.get(code) ?? FAULTS.get(code.slice(0, 2));
	return fault === undefined ? error : new StorageFault(fault, error.message, error);
};
