/** Rows of the malicious-server catalogue (`security.md` §6) that live in this package. */
import assert from 'node:assert/strict';
import { createHash, hkdfSync } from 'node:crypto';
import { test } from 'node:test';
import { decodeCanonicalCbor, encodeCbor } from '@navette/codec';
import { bytesToHex, concatBytes, systemRandom } from '@navette/core';
import { openEnvelope, sealEnvelope } from './envelope.ts';
import { envelopeKeyFromBytes } from './envelope-key.ts';
import { openFile, sealFile } from './file-chunks.ts';
import { hash } from './hash.ts';
import { contextBytes, type EnvelopeContext, infoBytes } from './layout.ts';
import { createMemorySealer } from './memory-sealer.ts';
import { firstKeystream, openingUnderBoth } from './oracle/two-key-ciphertext.ts';
import { padmeLength } from './padme.ts';
import { generateSealingKey, openSealed, sealTo } from './sealing.ts';
import { generateSigningKey, sign, verify } from './signing.ts';

const deps = { random: systemRandom };
const REFUSED = { ok: false, error: 'refused' };
const WRAPPED = ['orga', 'accountKey', 'user-1', 'alias', 'one', 1];

test('M03: a wrapped key, changed in any byte or moved to another user, slot or type', async () => {
	const wrap = await envelopeKeyFromBytes(systemRandom.bytes(32));
	const wrapped = await sealEnvelope(wrap, WRAPPED, systemRandom.bytes(32), deps);
	for (let at = 0; at < wrapped.length; at++) {
		const bad = wrapped.slice();
		bad[at] = (bad[at] ?? 0) ^ 128;
		assert.equal((await openEnvelope(wrap, WRAPPED, bad)).ok, false, `byte ${at}`);
	}
	for (const at of WRAPPED.keys()) {
		const moved = WRAPPED.map((part, index) => (index === at ? 'two' : part));
		assert.deepEqual(await openEnvelope(wrap, moved, wrapped), REFUSED);
	}
});

test('M04: whatever is wrong behind the header, the answer is one', async () => {
	const key = await envelopeKeyFromBytes(systemRandom.bytes(32));
	const sealed = await sealEnvelope(key, WRAPPED, systemRandom.bytes(32), deps);
	const errors = new Set<unknown>();
	for (let at = 2; at < sealed.length; at++) {
		const bad = sealed.slice();
		bad[at] = (bad[at] ?? 0) ^ 1;
		errors.add(JSON.stringify(await openEnvelope(key, WRAPPED, bad)));
	}
	const stranger = await envelopeKeyFromBytes(systemRandom.bytes(32));
	errors.add(JSON.stringify(await openEnvelope(stranger, WRAPPED, sealed)));
	errors.add(JSON.stringify(await openEnvelope(key, ['other'], sealed)));
	assert.deepEqual([...errors], [JSON.stringify(REFUSED)]);
});

test('M05, M06: every value of version and suite but the one is refused before any key is used', async () => {
	const raw = systemRandom.bytes(32);
	const key = await envelopeKeyFromBytes(raw);
	const sealer = createMemorySealer(raw, deps);
	const sealed = sealer.seal(WRAPPED, new Uint8Array(5));
	for (const at of [0, 1])
		for (let value = 0; value < 256; value++) {
			const bad = sealed.slice();
			bad[at] = value;
			const isHonest = value === sealed[at];
			const expected = isHonest ? undefined : 'suite';
			for (const opened of [await openEnvelope(key, WRAPPED, bad), sealer.open(WRAPPED, bad)])
				assert.equal(opened.ok ? undefined : opened.error, expected, `byte ${at} = ${value}`);
		}
});

test('M11: chunks out of order, twice, missing, added, of another file', async () => {
	const key = await envelopeKeyFromBytes(systemRandom.bytes(32));
	const content = systemRandom.bytes(2_300);
	const { descriptor, chunks } = await sealFile(key, content, deps, 500);
	const other = await sealFile(key, systemRandom.bytes(2_300), deps, 500);
	assert.deepEqual(await openFile(key, descriptor, chunks), { ok: true, value: content });
	const [a, b, c, d, e] = chunks;
	const [foreign] = other.chunks;
	assert.ok(a && b && c && d && e && foreign);
	const wrong = [
		[b, a, c, d, e],
		[a, a, c, d, e],
		[a, b, c, d],
		[a, b, c, d, e, e],
		[foreign, b, c, d, e],
		[],
	];
	for (const list of wrong) assert.deepEqual(await openFile(key, descriptor, list), REFUSED);
	const short = { ...descriptor, chunks: 4 };
	assert.deepEqual(await openFile(key, short, [a, b, c, d]), REFUSED);
	const lied = { ...descriptor, sha256: new Uint8Array(32) };
	assert.deepEqual(await openFile(key, lied, chunks), REFUSED);
});

/** Keys of one envelope, as `docs/crypto.md` derives them. */
const derived = (key: Uint8Array, nonce: Uint8Array, context: EnvelopeContext) => {
	const info = createHash('sha256')
		.update(infoBytes(1, contextBytes(context)))
		.digest();
	const okm = new Uint8Array(hkdfSync('sha256', key, nonce, info, 64));
	return { cipher: okm.subarray(0, 32), commitment: okm.subarray(32) };
};

test('M22: a ciphertext that AES-GCM opens under two keys opens under one', async () => {
	const nonce = systemRandom.bytes(24);
	const byStart = new Map<number, Uint8Array>();
	let pair: readonly [Uint8Array, Uint8Array] | undefined;
	while (pair === undefined) {
		const key = systemRandom.bytes(32);
		const start = firstKeystream(derived(key, nonce, WRAPPED).cipher);
		const found = byStart.get(start);
		if (found) pair = [found, key];
		byStart.set(start, key);
	}
	const [one, two] = [derived(pair[0], nonce, WRAPPED), derived(pair[1], nonce, WRAPPED)];
	const header = concatBytes(Uint8Array.of(1, 1), nonce, one.commitment);
	const ciphertext = Buffer.from(systemRandom.bytes(256));
	ciphertext.writeUInt32BE((firstKeystream(one.cipher) ^ 252) >>> 0);
	const associated = concatBytes(header, contextBytes(WRAPPED));
	const forged = concatBytes(
		header,
		openingUnderBoth([one.cipher, two.cipher], associated, ciphertext),
	);
	const opened = await openEnvelope(await envelopeKeyFromBytes(pair[0]), WRAPPED, forged);
	assert.ok(opened.ok, 'the attack itself works');
	const other = await openEnvelope(await envelopeKeyFromBytes(pair[1]), WRAPPED, forged);
	assert.deepEqual(other, REFUSED);
	assert.deepEqual(createMemorySealer(pair[1], deps).open(WRAPPED, forged), REFUSED);
});

/** Nonces that came back, among many envelopes. */
const repeated = (random: { bytes(length: number): Uint8Array }, count: number): number => {
	const sealer = createMemorySealer(new Uint8Array(32), { random });
	const seen = new Set<string>();
	for (let round = 0; round < count; round++)
		seen.add(bytesToHex(sealer.seal(['n'], new Uint8Array(1)).subarray(2, 26)));
	return count - seen.size;
};

test('M23: no nonce comes back; a generator that repeats itself is noticed', () => {
	assert.equal(repeated(systemRandom, Number(process.env.NONCES ?? 20_000)), 0);
	let state = 0;
	const cloned = { bytes: (length: number) => new Uint8Array(length).fill(state++ % 200) };
	assert.ok(repeated(cloned, 1_000) > 0);
});

test('M33: contents of one class of size cannot be told apart by their length', async () => {
	const sealer = createMemorySealer(new Uint8Array(32), deps);
	const lengths = new Map<number, number>();
	for (let length = 0; length < 3_000; length += 7) {
		const sealed = sealer.seal(['n'], new Uint8Array(length)).length;
		assert.equal(sealed, 58 + padmeLength(4 + length) + 16);
		lengths.set(sealed, (lengths.get(sealed) ?? 0) + 1);
	}
	assert.ok(lengths.size < 60, `${lengths.size} classes`);
	const key = generateSealingKey(deps);
	const sizes = new Set<number>();
	for (const length of [0, 32, 200, 252])
		sizes.add((await sealTo(key.publicKey, ['n'], new Uint8Array(length), deps)).length);
	assert.equal(sizes.size, 1);
});

test('M20, M21: bytes made for one purpose are nothing for another', async () => {
	const signing = await generateSigningKey(deps);
	const value = Uint8Array.of(1, 2, 3);
	const labels = ['nv/entry', 'nv/req', 'nv/login', 'nv/device', 'nv/right'] as const;
	for (const made of labels)
		for (const asked of labels) {
			const signature = await sign(signing, made, value);
			assert.equal(await verify(signing.publicKey, asked, value, signature), made === asked);
		}
	const ids = ['nv/avatar', 'nv/device-id', 'nv/user', 'nv/instance', 'nv/ledger'] as const;
	assert.equal(new Set(ids.map((label) => bytesToHex(hash(label, value)))).size, ids.length);
	assert.notDeepEqual(hash('nv/user', 'a', 'b'), hash('nv/user', 'ab'));
	assert.notDeepEqual(hash('nv/user', 'a'), hash('nv/user', new Uint8Array([97])));
	const sealing = generateSealingKey(deps);
	const types = ['RIGHT', 'SHEET', 'ENTRY', 'LEDGER'];
	for (const made of types)
		for (const asked of types) {
			const sealed = await sealTo(sealing.publicKey, ['orga', made, 'x'], value, deps);
			assert.equal((await openSealed(sealing, ['orga', asked, 'x'], sealed)).ok, made === asked);
		}
});

test('M34: bombs are refused at once, whatever their claims', () => {
	const claims = [
		Uint8Array.of(0x9b, 0, 0, 0, 1, 0, 0, 0, 0),
		Uint8Array.of(0x5b, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff),
		Uint8Array.of(0xbb, 0, 0, 0, 0, 0x7f, 0xff, 0xff, 0xff),
		new Uint8Array(1 << 20).fill(0x81),
		new Uint8Array(1 << 20).fill(0xa1),
	];
	for (const bomb of claims) assert.equal(decodeCanonicalCbor(bomb).ok, false);
});

test('M36: names of prototypes are ordinary names, in what is decoded and what is signed', async () => {
	const hostile = Object.defineProperty({ a: 1 }, '__proto__', {
		...{ value: { admin: true }, enumerable: true },
	});
	const decoded = decodeCanonicalCbor(encodeCbor(hostile));
	assert.ok(decoded.ok);
	const value = decoded.value as { admin?: boolean };
	assert.equal(value.admin, undefined);
	assert.deepEqual(encodeCbor(value), encodeCbor(hostile));
	assert.equal('admin' in {}, false);
	const key = await generateSigningKey(deps);
	const signature = await sign(key, 'nv/req', hostile);
	assert.equal(await verify(key.publicKey, 'nv/req', { a: 1 }, signature), false);
});
