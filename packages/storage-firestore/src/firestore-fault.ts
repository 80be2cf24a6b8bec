import { StorageFault } from '@navette/storage';

/** Status codes of gRPC (google.rpc.Code) that Firestore answers with. */
const RESOURCE_EXHAUSTED = 8;
const ABORTED = 10;

/**
 * Statuses that tell a defect of ours, and nothing of the machine: INVALID_ARGUMENT,
 * FAILED_PRECONDITION (an index that is not there), OUT_OF_RANGE, UNIMPLEMENTED.
 */
const DEFECTS: ReadonlySet<unknown> = new Set([3, 9, 11, 12]);

/** Work that met another's: nothing of it was committed, and it runs again. */
export class Conflict extends StorageFault {
	constructor(message: string, cause?: unknown) {
		super('io', message, cause);
	}
}

/** An error of the client as a `StorageFault`; a defect as it is. */
export const toStorageFault = (error: unknown): unknown => {
	if (error instanceof StorageFault || !(error instanceof Error)) return error;
	const code: unknown = 'code' in error ? error.code : undefined;
	if (typeof code !== 'number' || DEFECTS.has(code)) return error;
	if (code === ABORTED) return new Conflict(error.message, error);
	return new StorageFault(code === RESOURCE_EXHAUSTED ? 'full' : 'io', error.message, error);
};
