import type { Mutant } from './mutant.ts';

/** Checks of the cryptography, each removed. */
export const CRYPTO_MUTANTS: readonly Mutant[] = [
	{
		check: 'a false commitment',
		file: 'crypto/src/envelope.ts',
		edits: [
			[
				'if (!equalConstantTime(keys.commitment, bytes.subarray(COMMITMENT_AT, HEADER_LENGTH)))',
				'if (keys.commitment.length !== 32)',
			],
		],
		tests: ['crypto/src/adversaries.test.ts'],
	},
	{
		check: 'a false commitment, without waiting',
		file: 'crypto/src/memory-sealer.ts',
		edits: [
			[
				'if (!equalConstantTime(commitment, bytes.subarray(COMMITMENT_AT, HEADER_LENGTH)))',
				'if (commitment.length !== 32)',
			],
		],
		tests: ['crypto/src/adversaries.test.ts'],
	},
	{
		check: 'another version or suite, without waiting',
		file: 'crypto/src/memory-sealer.ts',
		edits: [["if (bytes[0] !== VERSION || bytes[1] !== SUITE) return err('suite');", '']],
		tests: ['crypto/src/adversaries.test.ts'],
	},
	{
		check: 'a padding that is not ours: length',
		file: 'crypto/src/padding.ts',
		edits: [
			[
				"if (end > padded.length || padmeLength(end) !== padded.length) return err('padding');",
				"if (end > padded.length) return err('padding');",
			],
		],
		tests: ['crypto/src/envelope.test.ts'],
	},
	{
		check: 'a padding that is not ours: dirt',
		file: 'crypto/src/padding.ts',
		edits: [
			[
				"if (padded[at] !== 0) return err('padding');",
				"if (padded[at] === undefined) return err('padding');",
			],
		],
		tests: ['crypto/src/envelope.test.ts'],
	},
	{
		check: 'a public key of small order',
		file: 'crypto/src/strict-ed25519.ts',
		edits: [['return y < FIELD && !SMALL_ORDER.has(y);', 'return y < FIELD;']],
		tests: ['crypto/src/strict-ed25519.test.ts', 'crypto/src/conformance/backends.test.ts'],
	},
	{
		check: 'a point with another encoding',
		file: 'crypto/src/strict-ed25519.ts',
		edits: [['return y < FIELD && !SMALL_ORDER.has(y);', 'return !SMALL_ORDER.has(y % FIELD);']],
		tests: ['crypto/src/strict-ed25519.test.ts', 'crypto/src/conformance/backends.test.ts'],
	},
	{
		check: 'a signature verified with the cofactor',
		file: 'crypto/src/backend/cofactorless.ts',
		edits: [
			[
				'return expected.every((byte, at) => byte === r[at]);',
				'return decodePoint(r)?.subtract(expectedPoint).clearCofactor().is0() ?? false;',
			],
		],
		tests: ['crypto/src/strict-ed25519.test.ts', 'crypto/src/conformance/backends.test.ts'],
	},
	{
		check: 'coefficients above the modulus',
		file: 'crypto/src/x-wing-public-key.ts',
		edits: [['|| !hasCoefficientsInRange(bytes)', '']],
		tests: ['crypto/src/x-wing-public-key.test.ts'],
	},
	{
		check: 'a curve point of small order, when sealing',
		file: 'crypto/src/strict-x25519.ts',
		edits: [[' && !SMALL_ORDER.has(u);', ';']],
		tests: ['crypto/src/x-wing-public-key.test.ts'],
	},
	{
		check: 'a curve point with a second encoding',
		file: 'crypto/src/strict-x25519.ts',
		edits: [['u < FIELD && !SMALL_ORDER.has(u)', '!SMALL_ORDER.has(u % FIELD)']],
		tests: ['crypto/src/x-wing-public-key.test.ts'],
	},
	{
		check: 'a ciphertext whose point has a second encoding',
		file: 'crypto/src/x-wing.ts',
		edits: [['if (!isStrictPoint(ciphertextX)) return undefined;', '']],
		tests: ['crypto/src/sealing.test.ts'],
	},
	{
		check: 'a profile that a server sent',
		file: 'crypto/src/stretch-profile.ts',
		edits: [
			[
				"if (costs === undefined) throw new Error('not a stretch profile');\n\treturn costs;",
				'return costs ?? (profile as unknown as Argon2Costs);',
			],
		],
		tests: ['crypto/src/stretch.test.ts'],
	},
	{
		check: 'a label left out of what is signed',
		file: 'crypto/src/signing.ts',
		edits: [
			[
				'primitives.ed25519Verify(publicKey, labelledBytes(label, [value]), signature);',
				"primitives.ed25519Verify(publicKey, labelledBytes('nv/entry', [value]), signature);",
			],
		],
		tests: ['crypto/src/adversaries.test.ts'],
	},
	{
		check: 'a value with two encodings',
		file: 'crypto/src/labelled.ts',
		edits: [['for (const part of parts) mustBePlain(part);', '']],
		tests: ['crypto/src/signing.test.ts'],
	},
	{
		check: 'chunks moved, lost, added: place, count and hash are layers, all removed',
		file: 'crypto/src/file-chunks.ts',
		edits: [
			["if (chunks.length !== count) return err('refused');", ''],
			[
				"...['FILE', bytesToHex(id), index, chunks],",
				"...['FILE', bytesToHex(id), 0 * index, 0 * chunks],",
			],
			[
				'content.length === size && equalConstantTime(symmetric.sha256(content), sha256)',
				'size >= 0',
			],
		],
		tests: ['crypto/src/adversaries.test.ts'],
	},
	{
		check: 'a hash that is not the one described, alone',
		file: 'crypto/src/file-chunks.ts',
		edits: [
			[
				'content.length === size && equalConstantTime(symmetric.sha256(content), sha256)',
				'content.length === size',
			],
		],
		tests: ['crypto/src/adversaries.test.ts'],
	},
];
