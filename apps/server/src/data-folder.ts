import { accessSync, constants, mkdirSync } from 'node:fs';
import path from 'node:path';
import { err, ok, type Result } from '@navette/core';

/** Makes sure the folder of data exists and can be written; the error is a sentence. */
export const openDataFolder = (folder: string): Result<string, string> => {
	const absolute = path.resolve(folder);
	try {
		mkdirSync(absolute, { recursive: true, mode: 0o700 });
		accessSync(absolute, constants.W_OK | constants.X_OK);
		return ok(absolute);
	} catch (error) {
		const why = error instanceof Error && 'code' in error ? ` (${error.code})` : '';
		return err(
			`The data folder ${absolute} cannot be written${why}. Choose another with NAVETTE_DATA, or change its rights.`,
		);
	}
};
