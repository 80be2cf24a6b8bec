import type { Mutant } from './mutant.ts';

const ADVERSARIES = ['crypto/src/adversaries.test.ts'];
const HISTORIES = ['crypto/src/adversary-histories.test.ts'];

/** What stops rows of the catalogue of the malicious server that no other list removes. */
export const CATALOGUE_MUTANTS: readonly Mutant[] = [
	{
		check: 'M04: a failure that tells which layer found it',
		file: 'crypto/src/envelope.ts',
		edits: [["unpadPlaintext(padded) : err('refused')", "unpadPlaintext(padded) : err('padding')"]],
		tests: HISTORIES,
	},
	{
		check: 'M04: a failure that tells which layer found it, without waiting',
		file: 'crypto/src/memory-sealer.ts',
		edits: [["unpadPlaintext(padded) : err('refused')", "unpadPlaintext(padded) : err('padding')"]],
		tests: HISTORIES,
	},
	{
		check: 'M23: a nonce that comes back',
		file: 'crypto/src/memory-sealer.ts',
		edits: [['deps.random.bytes(NONCE_LENGTH)', 'new Uint8Array(NONCE_LENGTH)']],
		tests: ADVERSARIES,
	},
	{
		check: 'M24: an offer found by the secret of its link, in place of what follows from it',
		file: 'directory/src/client/sponsor-secret.ts',
		edits: [["deriveKey(root, 'nv/key/lookup', 16)", 'root.slice(0, 16)']],
		tests: ['directory/src/testing/adversaries.test.ts'],
	},
	{
		check: 'M25: a PIN without the secret of its device',
		file: 'directory/src/client/pin.ts',
		edits: [
			[
				"deriveFromEnvelopeKey(secret, 'nv/key/pin', 32, normalisePhrase(pin))",
				"Promise.resolve(deriveKey(new Uint8Array(32), 'nv/key/pin', 32, normalisePhrase(pin)))",
			],
		],
		tests: ['../acceptance/identity/04-guessing.test.ts'],
	},
	{
		check: 'M25: phrases that are cheap to guess',
		file: 'crypto/src/stretch.ts',
		edits: [
			[
				'return primitives.argon2id(password, nonce, costs, OUTPUT_LENGTH);',
				'return primitives.argon2id(password, nonce, { ...costs, memoryKiB: 64 }, OUTPUT_LENGTH);',
			],
		],
		tests: ['crypto/src/stretch.test.ts'],
	},
	{
		check: 'M25: a phrase that people use',
		file: 'crypto/src/phrase-strength.ts',
		edits: [['if (bits < MIN_PHRASE_BITS)', 'if (bits < 0)']],
		tests: ['crypto/src/phrases.test.ts'],
	},
	{
		check: 'M27: an evaluation by another key than the pinned one',
		file: 'crypto/src/voprf.ts',
		edits: [
			[
				'voprf.finalize(input, asked.blind, evaluated, asked.blinded, pinned, proof)',
				'ristretto255_oprf.oprf.finalize(input, asked.blind, evaluated)',
			],
		],
		tests: ['crypto/src/voprf.test.ts'],
	},
	{
		check: 'M30: a clock that lies, told to nobody',
		file: 'client/src/server-time.ts',
		edits: [['else if (isHeardAgain) gap.set(offset);', 'else if (isHeardAgain) gap.set(0);']],
		tests: ['client/src/clock-gap.test.ts'],
	},
	{
		check: 'M30: a time that cannot be one, learnt',
		file: 'client/src/told-instant.ts',
		edits: [["typeof told === 'number' && told >= 0 && told < END", "typeof told === 'number'"]],
		tests: ['client/src/signed-access.test.ts'],
	},
	{
		check: 'M33: sizes that tell',
		file: 'crypto/src/padme.ts',
		edits: [['return Math.ceil(length / step) * step;', 'return length;']],
		tests: ADVERSARIES,
	},
	{
		check: 'M34: nesting without a bound',
		file: 'codec/src/decode-cbor.ts',
		edits: [["if (depth >= MAX_DEPTH && argument >= 0) throw new Refused('too-deep');", '']],
		tests: ADVERSARIES,
	},
	{
		check: 'M35: text made into script or markup',
		file: '../apps/web/csp.ts',
		edits: [["\"require-trusted-types-for 'script'\",\n\t\t'trusted-types navette',", '']],
		tests: ['../acceptance/identity/10-browser.test.ts'],
		only: 'a violation of the policy',
	},
	{
		check: 'M35: a script that stands in the page (Trusted Types refuse its text all the same)',
		file: '../apps/web/csp.ts',
		edits: [['"script-src \'self\'",', "\"script-src 'self' 'unsafe-inline'\","]],
		tests: ['../acceptance/identity/10-headers.test.ts'],
		only: 'a page may run its own scripts alone',
	},
	{
		check: 'M36: a name that changes what an object inherits',
		file: 'codec/src/decode-cbor.ts',
		edits: [["if (key === '__proto__')", "if (key === '')"]],
		tests: ADVERSARIES,
	},
	{
		check: 'M39: a push whose length tells',
		file: 'news/src/model/payload.ts',
		edits: [['bytes.set(text);', 'return text;']],
		tests: ['news/src/model/payload.test.ts'],
	},
];
