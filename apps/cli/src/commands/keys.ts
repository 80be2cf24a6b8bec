import { writeSiteKeys } from '@navette/app-server/site-keys';
import { err, ok, type Result } from '@navette/core';
import {
	addToKeyRing,
	completeKeyRings,
	isKeyPurpose,
	KEY_PURPOSES,
	type KeyPurpose,
	type KeyRing,
	keyRingsToText,
	rotateKeyRing,
} from '@navette/site-keys';
import { columns, type Outcome } from '../outcome.ts';
import type { Terminal } from '../terminal.ts';
import { type KeyFile, readKeyFile } from './site-key-file.ts';

/** What a key of a ring does: the last seals, a newer one waits for that. */
const roleOf = (ring: KeyRing, id: number): 'seals' | 'opens' | 'waits' => {
	const sealing = ring.keys.at(-1)?.id ?? 0;
	if (id === sealing) return 'seals';
	return id > sealing ? 'waits' : 'opens';
};

const SAID = { seals: 'seals and opens', opens: 'opens', waits: 'opens; seals once rotated' };

/** `navette key list` */
export const listKeys = (terminal: Terminal): Outcome => {
	const read = readKeyFile(terminal);
	if (!read.ok) return read;
	const { file, rings } = read.value;
	const all = KEY_PURPOSES.flatMap((purpose) => {
		const ring = rings[purpose];
		const keys = ring?.keys ?? [];
		return ring ? keys.map(({ id }) => ({ purpose, key: id, role: roleOf(ring, id) })) : [];
	});
	const rows = all.map(({ purpose, key, role }) => [purpose, String(key), SAID[role]]);
	return ok({
		json: { file, keys: all },
		lines: [...columns([['purpose', 'key', 'it'], ...rows]), `in ${file}`],
	});
};

/** A purpose named by somebody. */
export const parsePurpose = (text: string): Result<KeyPurpose, string> =>
	isKeyPurpose(text)
		? ok(text)
		: err(`"${text}" is no purpose: ${KEY_PURPOSES.join(', ')}. Nothing was changed.`);

/** Changes one ring of the file of keys; `said` is told of the ring as it is then. */
export const changeRing = (
	terminal: Terminal,
	name: string,
	change: (ring: KeyRing, file: KeyFile) => Result<KeyRing, string>,
	said: (ring: KeyRing, purpose: KeyPurpose) => readonly string[],
): Outcome => {
	const purpose = parsePurpose(name);
	if (!purpose.ok) return purpose;
	const read = readKeyFile(terminal);
	if (!read.ok) return read;
	const { file, rings } = read.value;
	const ring = rings[purpose.value];
	if (!ring) return err(`There is no key for ${name} yet: the next start draws it.`);
	const changed = change(ring, read.value);
	if (!changed.ok) return err(`${changed.error}. Nothing was changed.`);
	writeSiteKeys(file, { ...rings, [purpose.value]: changed.value });
	const keys = changed.value.keys.map(({ id }) => ({ key: id, role: roleOf(changed.value, id) }));
	return ok({
		json: { file, purpose: purpose.value, keys },
		lines: said(changed.value, purpose.value),
	});
};

const newest = (ring: KeyRing): number => Math.max(...ring.keys.map(({ id }) => id));

/** `navette key add`: a key that opens at once and seals after the next rotation. */
export const addKey = (terminal: Terminal, purpose: string): Outcome =>
	changeRing(
		terminal,
		purpose,
		(ring) => ok(addToKeyRing(ring, terminal.random)),
		(ring) => [
			`Key ${newest(ring)} of ${purpose} opens, and does not seal yet.`,
			'Bring the file to every server of the site, wait ten seconds, then: navette key rotate.',
			'Keep a copy of the file somewhere else than the backups.',
		],
	);

/** `navette key rotate`: another key seals from now on. */
export const rotateKey = (terminal: Terminal, purpose: string): Outcome =>
	changeRing(
		terminal,
		purpose,
		(ring) => ok(rotateKeyRing(ring, terminal.random)),
		(ring, of) => [
			`Key ${ring.keys.at(-1)?.id} of ${purpose} seals from now on; the others go on opening.`,
			...(of === 'data' || of === 'files'
				? [
						'A server that runs learns it within ten seconds and seals everything again while it serves; without a server: navette key reseal.',
						'"navette key check" says how far it is, and which key may retire.',
					]
				: []),
			'Keep a copy of the file somewhere else than the backups.',
		],
	);

/** `navette key new`: a whole set, for who keeps them elsewhere than in a file. */
export const newKeys = (terminal: Terminal): Outcome => {
	const text = keyRingsToText(completeKeyRings({}, terminal.random));
	return ok({ json: { keys: text }, lines: [text.trim()] });
};
