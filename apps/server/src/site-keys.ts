import { existsSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
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

/** Keys that a site uses, and where they come from. */
export interface KeySource {
	/** The keys as they were last read. */
	rings(): KeyRings;
	/** Reads them again if they changed; whether they did. What is wrong leaves them as they were. */
	refresh(): Result<boolean, string>;
}

/** Writes the keys whole or not at all, readable by their owner only. */
export const writeSiteKeys = (file: string, rings: KeyRings): void => {
	/* what stands there, a link for instance, is not written through */
	rmSync(`${file}.new`, { force: true });
	const whole = { mode: 0o600, flag: 'wx', flush: true };
	writeFileSync(`${file}.new`, ABOUT + keyRingsToText(rings), whole);
	renameSync(`${file}.new`, file);
};

const unreadable = (file: string, why: string): Result<never, string> =>
	err(`The site keys in ${file} cannot be used: ${why}.`);

/** Does something with the file of keys; what the system says is a sentence. */
const attempt = <T>(file: string, work: () => Result<T, string>): Result<T, string> => {
	try {
		return work();
	} catch (error) {
		return unreadable(file, error instanceof Error ? error.message : String(error));
	}
};

/** Keys that stand in a file; the error is a sentence that never shows a secret. */
export const readSiteKeys = (file: string): Result<KeyRings, string> =>
	attempt(file, () => {
		if ((statSync(file).mode & 0o077) !== 0)
			return unreadable(file, `others may read them; run "chmod 600 ${file}"`);
		const rings = textToKeyRings(readFileSync(file, 'utf8'));
		return rings.ok ? rings : unreadable(file, rings.error);
	});

/** When and how long the file was written last: another answer = it is another. */
const markOf = (file: string): string => {
	const found = statSync(file, { throwIfNoEntry: false });
	return found ? `${found.ino} ${found.mtimeMs} ${found.size}` : '';
};

const fileSource = (file: string, first: KeyRings): KeySource => {
	let rings = first;
	let mark = markOf(file);
	return {
		rings: () => rings,
		refresh() {
			const now = markOf(file);
			if (now === mark) return ok(false);
			mark = now;
			const read = readSiteKeys(file);
			if (!read.ok) return read;
			const missing = missingPurposes(read.value);
			if (missing.length > 0)
				return unreadable(file, `there is no key for ${missing.join(', ')} any more`);
			rings = read.value;
			return ok(true);
		},
	};
};

/** The file with a fresh key for each purpose that has none. */
const drawKeys = (file: string, rings: KeyRings, random: Random): Result<KeySource, string> =>
	attempt(file, () => {
		const complete = completeKeyRings(rings, random);
		writeSiteKeys(file, complete);
		return ok(fileSource(file, complete));
	});

/**
 * Keys of a site from their file. Drawn on the first run, and for a purpose that is new; a database
 * without its keys is refused rather than begun again. Without a `database` of its own, a site shares
 * one with other servers, and its keys are never drawn here.
 */
export const openSiteKeys = (
	file: string,
	database: string | undefined,
	random: Random,
): Result<KeySource, string> => {
	if (!existsSync(file)) {
		if (database === undefined)
			return err(
				`The site keys are not in ${file}. Servers that share a database share its keys: "navette key new" makes them, once; every server is given the same.`,
			);
		if ((statSync(database, { throwIfNoEntry: false })?.size ?? 0) > 0)
			return err(
				`The site keys are not in ${file}, and the database ${database} cannot be read without them. Put them back, or name their file with NAVETTE_KEYS.`,
			);
		return drawKeys(file, {}, random);
	}
	const rings = readSiteKeys(file);
	if (!rings.ok) return rings;
	const missing = missingPurposes(rings.value);
	if (missing.length > 0 && database === undefined)
		return unreadable(file, `there is no key for ${missing.join(', ')}`);
	return missing.length === 0
		? ok(fileSource(file, rings.value))
		: drawKeys(file, rings.value, random);
};

/** Keys of a site given as text, by the environment: all purposes, nothing is drawn. */
export const openGivenKeys = (text: string): Result<KeySource, string> => {
	const rings = textToKeyRings(text);
	if (!rings.ok) return err(`NAVETTE_SITE_KEYS cannot be used: ${rings.error}.`);
	const missing = missingPurposes(rings.value);
	if (missing.length > 0)
		return err(
			`NAVETTE_SITE_KEYS has no key for ${missing.join(', ')}: "navette key new" prints a whole set.`,
		);
	return ok({ rings: () => rings.value, refresh: () => ok(false) });
};
