import { StorageFault } from '@navette/storage';

/** Code of an error of the file system (`ENOENT`…), `undefined` for any other error. */
export const codeOf = (error: unknown): string | undefined =>
	error instanceof Error && 'syscall' in error && 'code' in error ? String(error.code) : undefined;

/** Runs work on the disk: errors of the file system become faults of the store. */
export const onDisk = async <T>(work: () => Promise<T>): Promise<T> => {
	try {
		return await work();
	} catch (error) {
		const code = codeOf(error);
		if (code === undefined) throw error;
		const fault = code === 'ENOSPC' || code === 'EDQUOT' ? 'full' : 'io';
		throw new StorageFault(fault, `the file system answers ${code}`, error);
	}
};

/** As `onDisk`, but something that is not there is `undefined`. */
export const ifThere = <T>(work: () => Promise<T>): Promise<T | undefined> =>
	onDisk(async () => {
		try {
			return await work();
		} catch (error) {
			if (codeOf(error) === 'ENOENT') return undefined;
			throw error;
		}
	});
