import { bytesToHex, utf8ToBytes } from '@navette/core';
import type { Primitives } from '../backend/primitives.ts';
import { isStrict } from '../strict-ed25519.ts';
import { isStrictPoint } from '../strict-x25519.ts';
import { xWingDecapsulate, xWingEncapsulate, xWingPublicKey } from '../x-wing.ts';
import { fromHex } from './bytes-of-hex.ts';
import { firstWrong, type PrimitiveCase } from './conformance-case.ts';
import speccheck from './vectors/ed25519-speccheck.json' with { type: 'json' };
import ed25519 from './vectors/wycheproof-ed25519.json' with { type: 'json' };
import mlKem from './vectors/wycheproof-ml-kem-768.json' with { type: 'json' };
import x25519 from './vectors/wycheproof-x25519.json' with { type: 'json' };
import xWing from './vectors/x-wing.json' with { type: 'json' };

interface SignatureVector {
	readonly id: number;
	readonly pk: string;
	readonly msg: string;
	readonly sig: string;
	readonly valid: boolean;
}

/** The check that `verify` makes, on bytes that are signed as they are. */
const verifies = async (primitives: Primitives, vector: SignatureVector): Promise<boolean> => {
	const [publicKey, message, signature] = [vector.pk, vector.msg, vector.sig].map(fromHex);
	if (!publicKey || !message || !signature) return false;
	const strict = isStrict(publicKey, signature);
	return strict && primitives.ed25519Verify(publicKey, message, signature);
};

/** RFC 8032 §7.1, tests 1 to 3: seed, public key, message, signature. */
const RFC_8032 = [
	[
		'9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60',
		'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a',
		'',
		'e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b',
	],
	[
		'4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb',
		'3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c',
		'72',
		'92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00',
	],
	[
		'c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7',
		'fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025',
		'af82',
		'6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a',
	],
] as const;

/** Test vectors of the reference implementation of Argon2 (phc-winner-argon2, `src/test.c`), 1.3. */
const ARGON2 = [
	[65_536, 2, 1, '09316115d5cf24ed5a15a31a3ba326e5cf32edc24702987c02b6566f61913cf7'],
	[256, 2, 1, '9dfeb910e80bad0311fee20f9c0e2b12c17987b4cac90c2ef54d5b3021c68bfe'],
	[256, 2, 2, '6d093c501fd5999645e0ea3bf620d7b8be7fd2db59c20d9fff9539da2bf57037'],
] as const;

export const PRIMITIVE_CASES: readonly PrimitiveCase[] = [
	{
		name: 'Ed25519 verification, Wycheproof',
		check: (primitives) =>
			firstWrong(ed25519, async (vector) => (await verifies(primitives, vector)) === vector.valid),
	},
	{
		name: 'Ed25519 at the edges: canonical, full order, no cofactor (speccheck)',
		check: (primitives) =>
			firstWrong(
				speccheck,
				async (vector) => (await verifies(primitives, vector)) === vector.valid,
			),
	},
	{
		name: 'Ed25519 keys and signatures, RFC 8032',
		check: (primitives) =>
			firstWrong(
				RFC_8032.map((vector, id) => ({ id, vector })),
				async ({ vector: [seed, publicKey, message, signature] }) => {
					const signer = await primitives.ed25519Signer(fromHex(seed));
					const signed = await signer.sign(fromHex(message));
					return bytesToHex(signer.publicKey) === publicKey && bytesToHex(signed) === signature;
				},
			),
	},
	{
		name: 'X25519, Wycheproof and RFC 7748: points with one encoding, not of small order',
		check: (primitives) =>
			firstWrong(x25519, async (vector) => {
				const [secret, publicKey] = [fromHex(vector.private), fromHex(vector.public)];
				if (isStrictPoint(publicKey) !== vector.strict) return false;
				if (!vector.strict) return true;
				const shared = await primitives.x25519(secret, publicKey);
				return shared !== undefined && bytesToHex(shared) === vector.shared;
			}),
	},
	{
		name: 'ML-KEM-768 decapsulation, Wycheproof',
		check: (primitives) =>
			firstWrong(mlKem, async ({ seed, c, k }) => {
				const shared = await primitives.mlKem768Decapsulate(fromHex(seed), fromHex(c));
				return bytesToHex(shared) === k;
			}),
	},
	{
		name: 'X-Wing, vectors of the draft',
		check: (primitives) =>
			firstWrong(
				xWing.map((vector, id) => ({ ...vector, id })),
				async (vector) => {
					const seed = fromHex(vector.seed);
					const publicKey = xWingPublicKey(seed);
					const made = xWingEncapsulate(publicKey, fromHex(vector.coins));
					const opened = await xWingDecapsulate(primitives, seed, publicKey, made.ciphertext);
					return (
						bytesToHex(publicKey) === vector.pk &&
						bytesToHex(made.ciphertext) === vector.ct &&
						bytesToHex(made.secret) === vector.ss &&
						opened !== undefined &&
						bytesToHex(opened) === vector.ss
					);
				},
			),
	},
	{
		name: 'Argon2id, vectors of the reference implementation',
		check: (primitives) =>
			firstWrong(
				ARGON2.map((vector, id) => ({ id, vector })),
				async ({ vector: [memoryKiB, passes, lanes, expected] }) => {
					const costs = { memoryKiB, passes, lanes };
					const [password, salt] = [utf8ToBytes('password'), utf8ToBytes('somesalt')];
					return bytesToHex(await primitives.argon2id(password, salt, costs, 32)) === expected;
				},
			),
	},
];
