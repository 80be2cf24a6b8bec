import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { base64UrlToBytes, bytesToBase64Url, err, ok, type Result } from '@navette/core';
import {
	generateSealingKey,
	parseSealingPublicKey,
	type SealingKey,
	type SealingPublicKey,
	sealingKeyFromSeed,
} from '@navette/crypto';
import type { Outcome } from '../outcome.ts';
import type { Terminal } from '../terminal.ts';

const PUBLIC = 'navette-public-key-1';
const PRIVATE = 'navette-private-key-1';

const said = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** The value of a key file: its mark, a space, base64url. */
const readMarked = (file: string, mark: string): Result<Uint8Array, string> => {
	try {
		const [found, text = ''] = readFileSync(file, 'utf8').trim().split(/\s+/);
		const bytes = base64UrlToBytes(text);
		if (found === mark && bytes) return ok(bytes);
		return err(`${file} holds no "${mark}". Nothing was changed.`);
	} catch (error) {
		return err(`${file} cannot be read: ${said(error)}. Nothing was changed.`);
	}
};

/** The public key of a file; the error is a sentence. */
export const readPublicKey = (file: string): Result<SealingPublicKey, string> => {
	const bytes = readMarked(file, PUBLIC);
	if (!bytes.ok) return bytes;
	const key = parseSealingPublicKey(bytes.value);
	return key.ok ? key : err(`${file} holds a public key that is malformed. Nothing was changed.`);
};

/** The private key of a file that only its owner may read; the error is a sentence. */
export const readPrivateKey = (file: string): Result<SealingKey, string> => {
	const bytes = readMarked(file, PRIVATE);
	if (!bytes.ok) return bytes;
	if ((statSync(file).mode & 0o077) !== 0)
		return err(`${file} may be read by others: run "chmod 600 ${file}". Nothing was changed.`);
	if (bytes.value.length !== 32)
		return err(`${file} holds a private key that is malformed. Nothing was changed.`);
	return ok(sealingKeyFromSeed(bytes.value));
};

/** `navette key export-pair` */
export const drawExportPair = (terminal: Terminal, name: string): Outcome => {
	const [publicFile, privateFile] = [`${name}.pub`, `${name}.key`];
	const key = generateSealingKey({ random: terminal.random });
	try {
		const once = { flag: 'wx', flush: true } as const;
		writeFileSync(privateFile, `${PRIVATE} ${bytesToBase64Url(key.seed)}\n`, {
			...once,
			mode: 0o600,
		});
		writeFileSync(publicFile, `${PUBLIC} ${bytesToBase64Url(key.publicKey)}\n`, once);
	} catch (error) {
		return err(`The pair cannot be written: ${said(error)}. No file was replaced.`);
	}
	return ok({
		json: { public: publicFile, private: privateFile },
		lines: [
			`${publicFile}: give it to whoever exports (navette export CODE --out FILE --to ${publicFile}).`,
			`${privateFile}: keep it where archives are imported, and nowhere else; without it they cannot be opened.`,
		],
	});
};
