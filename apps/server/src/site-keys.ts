import { existsSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { err, ok, type Random, type Result } from '@navette/core';
import {
	completeKeyRings,
	type KeyRings,
	keyRingsToText,
	missingPurposes,
	textToKeyRings,
} from '@navette/site-keys';

/** File of the keys of a site, unless another is named. */
export const keysIn = (folder: string): string => path.join(folder, 'site-keys');

const ABOUT = `# Keys of this site: without them its database cannot be read. Keep a copy elsewhere,
# and not with the backups. A line a key, "purpose number:secret"; of a purpose the last one seals,
# all of them open.
`;

/** Writes the keys whole or not at all, readable by their owner only. */
const writeSiteKeys = (file: string, rings: KeyRings): void => {
	writeFileSync(`${file}.new`, ABOUT + keyRingsToText(rings), { mode: 0o600, flush: true });
	renameSync(`${file}.new`, file);
};

const unreadable = (file: string, why: string): Result<never, string> =>
	err(`The site keys in ${file} cannot be used: ${why}.`);

/** Keys that stand in a file; the error is a sentence that never shows a secret. */
const readSiteKeys = (file: string): Result<KeyRings, string> => {
	try {
		if ((statSync(file).mode & 0o077) !== 0)
			return unreadable(file, `others may read them; run "chmod 600 ${file}"`);
		const rings = textToKeyRings(readFileSync(file, 'utf8'));
		return rings.ok ? rings : unreadable(file, rings.error);
	} catch (error) {
		return unreadable(file, error instanceof Error ? error.message : String(error));
	}
};

const drawKeys = (file: string, rings: KeyRings, random: Random): Result<KeyRings, string> => {
	const complete = completeKeyRings(rings, random);
	try {
		writeSiteKeys(file, complete);
		return ok(complete);
	} catch (error) {
		return unreadable(file, error instanceof Error ? error.message : String(error));
	}
};

/**
 * Keys of a site. Drawn on the first run, and for a purpose that is new; a database without its keys
 * is refused rather than begun again.
 */
export const openSiteKeys = (
	file: string,
	database: string,
	random: Random,
): Result<KeyRings, string> => {
	if (!existsSync(file)) {
		if ((statSync(database, { throwIfNoEntry: false })?.size ?? 0) > 0)
			return err(
				`The site keys are not in ${file}, and the database ${database} cannot be read without them. Put them back, or name their file with NAVETTE_KEYS.`,
			);
		return drawKeys(file, {}, random);
	}
	const rings = readSiteKeys(file);
	if (!rings.ok || missingPurposes(rings.value).length === 0) return rings;
	return drawKeys(file, rings.value, random);
};
