import { readFileSync } from 'node:fs';

/** Text of a file of configuration, `undefined` when it is not there or may not be read. */
export const readTextFile = (path: string): string | undefined => {
	try {
		return readFileSync(path, 'utf8');
	} catch (error) {
		const { code } = error as NodeJS.ErrnoException;
		if (code === 'ENOENT' || code === 'EACCES' || code === 'EISDIR' || code === 'ENOTDIR')
			return undefined;
		throw error;
	}
};
