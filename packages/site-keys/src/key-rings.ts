import { err, ok, type Random, type Result } from '@navette/core';
import { type KeyRing, newKeyRing, parseSiteKey, siteKeyToText } from './key-ring.ts';

/**
 * What keys of a site are for: rows of the database, contents of files, access rights, what a PIN
 * opens, answers about what does not exist, the push services, archives under way, what the directory
 * signs.
 */
export const KEY_PURPOSES = [
	'data',
	'files',
	'capabilities',
	'pin',
	'decoys',
	'push',
	'archives',
	'directory',
] as const;
export type KeyPurpose = (typeof KEY_PURPOSES)[number];

/** All rings of a site; a purpose that has none yet is absent. */
export type KeyRings = Readonly<Partial<Record<KeyPurpose, KeyRing>>>;

/** Whether a text names a purpose. */
export const isKeyPurpose = (text: string): text is KeyPurpose =>
	(KEY_PURPOSES as readonly string[]).includes(text);

/** Purposes that have no key yet. */
export const missingPurposes = (rings: KeyRings): readonly KeyPurpose[] =>
	KEY_PURPOSES.filter((purpose) => !rings[purpose]);

/** The rings with a fresh ring for each purpose that has none. */
export const completeKeyRings = (rings: KeyRings, random: Random): KeyRings => ({
	...rings,
	...Object.fromEntries(missingPurposes(rings).map((purpose) => [purpose, newKeyRing(random)])),
});

/** Text of rings: a line a key, `purpose number:secret`; the last of a purpose seals. */
export const keyRingsToText = (rings: KeyRings): string =>
	KEY_PURPOSES.flatMap((purpose) =>
		(rings[purpose]?.keys ?? []).map((key) => `${purpose} ${siteKeyToText(key)}\n`),
	).join('');

/** Lines with something in them, and where they stand; a line may hold several keys. */
const linesOf = (text: string): readonly { readonly line: string; readonly at: number }[] =>
	text
		.split('\n')
		.flatMap((whole, at) =>
			whole.trim().startsWith('#')
				? []
				: whole.split(',').map((line) => ({ line: line.trim(), at: at + 1 })),
		)
		.filter(({ line }) => line !== '');

/**
 * Rings from their text, lines or keys between commas; a line that names no purpose is for `data`.
 * The error says which line is wrong, and never shows a secret.
 */
export const textToKeyRings = (text: string): Result<KeyRings, string> => {
	const rings: Partial<Record<KeyPurpose, KeyRing>> = {};
	for (const { line, at } of linesOf(text)) {
		const words = line.split(/\s+/);
		const purpose = words.length === 2 ? words[0] : 'data';
		const secret = words.at(-1) ?? '';
		if (words.length > 2 || purpose === undefined || !isKeyPurpose(purpose))
			return err(`line ${at} names no known purpose (${KEY_PURPOSES.join(', ')})`);
		const key = parseSiteKey(secret);
		if (!key.ok) return err(`line ${at} (${purpose}): ${key.error}`);
		const known = rings[purpose]?.keys ?? [];
		if (known.some((one) => one.id === key.value.id))
			return err(`key ${key.value.id} of ${purpose} stands twice`);
		rings[purpose] = { keys: [...known, key.value] };
	}
	return rings.data ? ok(rings) : err('there is no key for data in it');
};
