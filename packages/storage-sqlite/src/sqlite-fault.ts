import { StorageFault, type StorageFaultCode } from '@navette/storage';

/** Primary result codes (https://www.sqlite.org/rescode.html) that are the machine's fault. */
const FAULTS: ReadonlyMap<number, StorageFaultCode> = new Map([
	[5, 'io'], // BUSY
	[6, 'io'], // LOCKED
	[7, 'io'], // NOMEM
	[8, 'io'], // READONLY
	[10, 'io'], // IOERR
	[11, 'io'], // CORRUPT
	[13, 'full'], // FULL
	[14, 'io'], // CANTOPEN
	[15, 'io'], // PROTOCOL
	[26, 'io'], // NOTADB
]);

const resultCode = (error: unknown): number | undefined =>
	error instanceof Error && 'errcode' in error && typeof error.errcode === 'number'
		? error.errcode & 0xff
		: undefined;

/** An error of SQLite as a `StorageFault`; anything else (a defect, an error of a work) as it is. */
export const toStorageFault = (error: unknown): unknown => {
	const code = FAULTS.get(resultCode(error) ?? 0);
	if (code === undefined || !(error instanceof Error)) return error;
	return new StorageFault(code, error.message, error);
};
