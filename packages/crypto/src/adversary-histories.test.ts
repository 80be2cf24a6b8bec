/**
 * Rows of the malicious-server catalogue on random histories: a server keeps all that was sealed, signed
 * or said, and gives of it what it likes. What is believed is true, or nothing is.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decodeCanonicalCbor, encodeCbor } from '@navette/codec';
import { bytesToHex, concatBytes, systemRandom } from '@navette/core';
import fc from 'fast-check';
import { openEnvelope } from './envelope.ts';
import { openEnvelopes } from './envelope-batch.ts';
import { envelopeKeyFromBytes } from './envelope-key.ts';
import { openFile, sealFile } from './file-chunks.ts';
import type { EnvelopeContext } from './layout.ts';
import { createMemorySealer } from './memory-sealer.ts';
import { padmeLength } from './padme.ts';
import { generateSealingKey, openSealed, sealTo } from './sealing.ts';
import { generateSigningKey, sign, verify } from './signing.ts';

const deps = { random: systemRandom };
const RUNS = { numRuns: Number(process.env.CRYPTO_HISTORIES ?? 40) };

/** Two accounts, two types, two objects, two revisions: each place may hold one envelope. */
const places = fc.tuple(
	fc.constantFrom('ana', 'bob'),
	fc.constantFrom('ACCOUNT', 'SHEET'),
	fc.nat(1),
	fc.integer({ min: 1, max: 2 }),
);
const written = fc.uniqueArray(fc.tuple(places, fc.uint8Array({ maxLength: 600 })), {
	...{ minLength: 2, maxLength: 6 },
	selector: ([place]) => place.join(),
});
/** What is asked for, and what is given: from which envelopes, cut and joined where, which bits turned. */
const answers = fc.array(
	fc.record({
		asked: fc.nat(5),
		given: fc.nat(5),
		joined: fc.option(fc.tuple(fc.nat(5), fc.nat(200))),
		cut: fc.option(fc.nat(200)),
		turned: fc.option(fc.tuple(fc.nat(700), fc.nat(7))),
	}),
	{ minLength: 6, maxLength: 10 },
);

const turn = (bytes: Uint8Array, [at, bit]: readonly [number, number]): Uint8Array =>
	bytes.map((byte, place) => (place === at % bytes.length ? byte ^ (1 << bit) : byte));

/** What a failure may say: what whoever sent these bytes knew of them already. */
const foretold = (bytes: Uint8Array, suites: readonly number[]): string => {
	if (bytes.length < 74) return 'malformed';
	return bytes[0] === 1 && suites.includes(bytes[1] ?? 0) ? 'refused' : 'suite';
};

test('M03, M04, M05, M08, M20: whatever is given for what is sealed is the truth, or one refusal that its sender could foretell', async () => {
	await fc.assert(
		fc.asyncProperty(written, answers, async (sealedThere, given) => {
			const keys = { ana: systemRandom.bytes(32), bob: systemRandom.bytes(32) };
			const items = sealedThere.map(([place, data]) => {
				const context: EnvelopeContext = ['orga', ...place];
				const sealer = createMemorySealer(keys[place[0]], deps);
				return { key: keys[place[0]], context, data, sealer, sealed: sealer.seal(context, data) };
			});
			const itemAt = (at: number) => items[at % items.length] ?? assert.fail();
			for (const { asked, given: from, joined, cut, turned } of given) {
				const { key, context, data, sealer, sealed } = itemAt(asked);
				let bytes: Uint8Array = itemAt(from).sealed;
				if (joined)
					bytes = concatBytes(
						...[bytes.subarray(0, joined[1]), itemAt(joined[0]).sealed.subarray(joined[1])],
					);
				if (cut !== null) bytes = bytes.subarray(0, bytes.length - cut);
				if (turned && bytes.length > 0) bytes = turn(bytes, turned);
				const isTrue = Buffer.from(bytes).equals(sealed);
				const said = (...suites: number[]) =>
					isTrue ? { ok: true, value: data } : { ok: false, error: foretold(bytes, suites) };
				const kept = await envelopeKeyFromBytes(key.slice());
				assert.deepEqual(await openEnvelope(kept, context, bytes), said(1));
				assert.deepEqual(sealer.open(context, bytes), said(1));
				assert.deepEqual(await openEnvelopes(kept, [{ context, bytes }]), [said(1, 3)]);
			}
		}),
		RUNS,
	);
});

test('M11: of the chunks of two files, any list but the one is refused', async () => {
	const pools = fc.tuple(fc.integer({ min: 0, max: 900 }), fc.integer({ min: 0, max: 900 }));
	const moves = fc.array(fc.tuple(fc.nat(1), fc.nat(9)), { maxLength: 10 });
	await fc.assert(
		fc.asyncProperty(pools, moves, fc.boolean(), async ([size, other], drawn, isWhole) => {
			const key = await envelopeKeyFromBytes(systemRandom.bytes(32));
			const content = systemRandom.bytes(size);
			const { descriptor, chunks } = await sealFile(key, content, deps, 100);
			const foreign = await sealFile(key, systemRandom.bytes(other), deps, 100);
			const pool = [chunks, foreign.chunks];
			const picked = drawn.flatMap(([which, at]) => pool[which]?.[at] ?? []);
			/* as many as there are, so that the count alone does not tell */
			const list = isWhole ? [...picked, ...chunks].slice(0, chunks.length) : picked;
			const isTrue =
				list.length === chunks.length && list.every((chunk, at) => chunk === chunks[at]);
			const opened = await openFile(key, descriptor, list);
			const refused = { ok: false, error: 'refused' };
			assert.deepEqual(opened, isTrue ? { ok: true, value: content } : refused);
		}),
		RUNS,
	);
});

test('M16, M20, M21: what was signed or sealed is shown again in its place, and nowhere else', async () => {
	const labels = fc.constantFrom('nv/entry', 'nv/req', 'nv/login', 'nv/device', 'nv/right');
	const said = fc.tuple(fc.nat(1), labels, fc.constantFrom('orga', 'orgb'), fc.nat(2));
	const histories = fc.array(said, { minLength: 2, maxLength: 4 });
	const signing = await Promise.all([generateSigningKey(deps), generateSigningKey(deps)]);
	const sealing = [generateSealingKey(deps), generateSealingKey(deps)];
	await fc.assert(
		fc.asyncProperty(histories, async (history) => {
			const shown = await Promise.all(
				history.map(async ([who, label, ...value]) => {
					const [pen, box] = [signing[who], sealing[who]];
					assert.ok(pen && box);
					const signature = await sign(pen, label, value);
					const context = [label, ...value];
					const sealed = await sealTo(box.publicKey, context, Uint8Array.of(7), deps);
					return { pen, box, label, value, context, signature, sealed };
				}),
			);
			for (const [at, made] of shown.entries())
				for (const [where, asked] of shown.entries()) {
					const isSame = String(history[at]) === String(history[where]);
					const { pen, box, label, value, context } = asked;
					assert.equal(await verify(pen.publicKey, label, value, made.signature), isSame);
					assert.equal((await openSealed(box, context, made.sealed)).ok, isSame);
				}
		}),
		{ numRuns: 6 },
	);
});

test('M33: two contents of one class of size make envelopes of one length, whatever they hold', () => {
	const sealer = createMemorySealer(systemRandom.bytes(32), deps);
	fc.assert(
		fc.property(fc.uint8Array({ maxLength: 5_000, size: 'max' }), fc.nat(1_000), (data, more) => {
			const padded = padmeLength(4 + data.length);
			const longest = new Uint8Array(Math.min(padded - 4, data.length + more));
			const length = 58 + padded + 16;
			for (const one of [data, longest]) assert.equal(sealer.seal(['n'], one).length, length);
			assert.ok(padded <= Math.max(256, (4 + data.length) * 1.12));
		}),
		RUNS,
	);
});

test('M34: any length that is claimed and not there, any depth, is refused', () => {
	const claims = fc.record({
		depth: fc.nat(5_000),
		around: fc.constantFrom(0x81, 0xa1, 0x9f, 0xbf),
		kind: fc.constantFrom(2, 3, 4, 5),
		claimed: fc.bigInt({ min: 1n << 16n, max: (1n << 64n) - 1n }),
		rest: fc.uint8Array({ maxLength: 40 }),
	});
	fc.assert(
		fc.property(claims, ({ depth, around, kind, claimed, rest }) => {
			const head = new DataView(new ArrayBuffer(9));
			head.setUint8(0, (kind << 5) | 27);
			head.setBigUint64(1, claimed);
			const nested = new Uint8Array(depth).fill(around);
			const bomb = concatBytes(nested, new Uint8Array(head.buffer), rest);
			assert.equal(decodeCanonicalCbor(bomb).ok, false);
		}),
		RUNS,
	);
});

test('M36: records with names of prototypes come back as they were, and nothing inherits of them', () => {
	const names = fc.constantFrom('__proto__', 'constructor', 'prototype', 'toString', 'a');
	const entries = fc.uniqueArray(fc.tuple(names, fc.nat(9)), { selector: ([name]) => name });
	const records = fc.array(entries, { minLength: 1, maxLength: 4 });
	fc.assert(
		fc.property(records, (levels) => {
			const record = levels.reduce<object>((inner, level) => {
				const made = { inner };
				for (const [name, number] of level) {
					const value = name === '__proto__' ? { admin: number } : number;
					Object.defineProperty(made, name, { value, enumerable: true });
				}
				return made;
			}, {});
			const bytes = encodeCbor(record);
			const decoded = decodeCanonicalCbor(bytes);
			assert.ok(decoded.ok);
			assert.equal(bytesToHex(encodeCbor(decoded.value)), bytesToHex(bytes));
			assert.equal((decoded.value as { readonly admin?: number }).admin, undefined);
			assert.equal('admin' in {}, false);
		}),
		RUNS,
	);
});
