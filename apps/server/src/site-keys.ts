import { existsSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { err, ok, type Random, type Result } from '@navette/core';
import { type KeyRing, keyRingToText, newKeyRing, textToKeyRing } from '@navette/site-keys';

/** File of the keys of a site, unless another is named. */
export const keysIn = (folder: string): string => path.join(folder, 'site-keys');

const ABOUT = `# Keys of this site: without them its database cannot be read. Keep a copy elsewhere.
# One line a key, "number:secret"; the last one seals, all of them open.
`;

/** Written whole or not at all, readable by its owner only. */
const writeKeys = (file: string, ring: KeyRing): void => {
	writeFileSync(`${file}.new`, ABOUT + keyRingToText(ring), { mode: 0o600, flush: true });
	renameSync(`${file}.new`, file);
};

const unreadable = (file: string, why: string): Result<never, string> =>
	err(`The site keys in ${file} cannot be used: ${why}.`);

/**
 * Keys of a site. Drawn on the first run; a database without its keys is refused rather than begun
 * again. The error is a sentence that never shows a secret.
 */
export const openSiteKeys = (
	file: string,
	database: string,
	random: Random,
): Result<KeyRing, string> => {
	try {
		if (!existsSync(file)) {
			if ((statSync(database, { throwIfNoEntry: false })?.size ?? 0) > 0)
				return err(
					`The site keys are not in ${file}, and the database ${database} cannot be read without them. Put them back, or name their file with NAVETTE_KEYS.`,
				);
			const ring = newKeyRing(random);
			writeKeys(file, ring);
			return ok(ring);
		}
		if ((statSync(file).mode & 0o077) !== 0)
			return unreadable(file, `others may read them; run "chmod 600 ${file}"`);
		const ring = textToKeyRing(readFileSync(file, 'utf8'));
		return ring.ok ? ring : unreadable(file, ring.error);
	} catch (error) {
		return unreadable(file, error instanceof Error ? error.message : String(error));
	}
};
