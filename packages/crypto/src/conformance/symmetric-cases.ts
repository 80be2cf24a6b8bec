import { bytesToHex, utf8ToBytes } from '@navette/core';
import { fromHex } from './bytes-of-hex.ts';
import { firstWrong, type SymmetricCase } from './conformance-case.ts';
import aesGcm from './vectors/wycheproof-aes-gcm.json' with { type: 'json' };
import hkdf from './vectors/wycheproof-hkdf.json' with { type: 'json' };

/** FIPS 180-4 examples: message, digest. */
const SHA_256 = [
	['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
	['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
	[
		'abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq',
		'248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1',
	],
] as const;

export const SYMMETRIC_CASES: readonly SymmetricCase[] = [
	{
		name: 'SHA-256, examples of FIPS 180-4',
		check: (primitives) =>
			firstWrong(
				SHA_256.map((vector, id) => ({ id, vector })),
				({ vector: [message, digest] }) =>
					bytesToHex(primitives.sha256(utf8ToBytes(message))) === digest,
			),
	},
	{
		name: 'HKDF-SHA256, Wycheproof and RFC 5869',
		check: (primitives) =>
			firstWrong(
				hkdf.filter(({ valid }) => valid),
				(vector) => {
					const [ikm, salt, info] = [vector.ikm, vector.salt, vector.info].map(fromHex);
					if (!ikm || !salt || !info) return false;
					return bytesToHex(primitives.hkdfSha256(ikm, salt, info, vector.size)) === vector.okm;
				},
			),
	},
	{
		name: 'AES-256-GCM, Wycheproof',
		check: (primitives) =>
			firstWrong(aesGcm, (vector) => {
				const [key, iv, aad, msg] = [vector.key, vector.iv, vector.aad, vector.msg].map(fromHex);
				if (!key || !iv || !aad || !msg) return false;
				const cipher = primitives.aesGcm(key);
				const opened = cipher.open(iv, aad, fromHex(vector.sealed));
				if (!vector.valid) return opened === undefined;
				const sealed = cipher.seal(iv, aad, msg);
				return bytesToHex(sealed) === vector.sealed && bytesToHex(opened ?? key) === vector.msg;
			}),
	},
];
