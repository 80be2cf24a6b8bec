import assert from 'node:assert/strict';
import { test } from 'node:test';
import { systemRandom, utf8ToBytes } from '@navette/core';
import fc from 'fast-check';
import { fromHex } from './conformance/bytes-of-hex.ts';
import vectors from './conformance/vectors/voprf.json' with { type: 'json' };
import { blind, evaluate, finalize, generateVoprfKey } from './voprf.ts';

const deps = { random: systemRandom };
const input = utf8ToBytes('12345678');

const ask = (key = generateVoprfKey(deps)) => {
	const asked = blind(input, deps);
	const answer = evaluate(key, asked.blinded, deps);
	assert.ok(answer.ok);
	return { key, asked, answer: answer.value };
};

test('the same key and input give the same bytes, whatever was sent', () => {
	const first = ask();
	const again = ask(first.key);
	assert.notDeepEqual(first.asked.blinded, again.asked.blinded);
	const one = finalize(first.key.publicKey, input, first.asked, first.answer);
	const two = finalize(again.key.publicKey, input, again.asked, again.answer);
	assert.ok(one.ok && one.value.length === 64);
	assert.deepEqual(one, two);
});

test('M27: another key than the pinned one, or another answer, fails its proof', () => {
	const { key, asked, answer } = ask();
	const other = ask();
	const proof = { ok: false, error: 'proof' };
	assert.deepEqual(finalize(other.key.publicKey, input, asked, answer), proof);
	assert.deepEqual(finalize(key.publicKey, input, asked, other.answer), proof);
	for (const part of ['evaluated', 'proof'] as const) {
		const bad = { ...answer, [part]: answer[part].map((byte, at) => (at === 3 ? byte ^ 1 : byte)) };
		assert.deepEqual(finalize(key.publicKey, input, asked, bad), proof);
	}
});

test('M27: of all answers that were ever given, by any key, one passes for a question: its own', () => {
	const keys = [generateVoprfKey(deps), generateVoprfKey(deps)] as const;
	const histories = fc.array(fc.nat(1), { minLength: 2, maxLength: 4 });
	fc.assert(
		fc.property(histories, (asked) => {
			const given = asked.map((which) => ask(which === 0 ? keys[0] : keys[1]));
			for (const one of given)
				for (const other of given)
					for (const proof of [other.answer.proof, one.answer.proof]) {
						const told = { evaluated: other.answer.evaluated, proof };
						const isOwn = one === other;
						assert.equal(finalize(one.key.publicKey, input, one.asked, told).ok, isOwn);
					}
		}),
		{ numRuns: 4 },
	);
});

test('what is not an element is refused', () => {
	const key = generateVoprfKey(deps);
	for (const bad of [new Uint8Array(32), new Uint8Array(31), new Uint8Array(32).fill(255)])
		assert.deepEqual(evaluate(key, bad, deps), { ok: false, error: 'malformed' });
});

test('RFC 9497, A.1.2: evaluation and output', () => {
	for (const vector of vectors) {
		const key = { secretKey: fromHex(vector.secretKey), publicKey: fromHex(vector.publicKey) };
		const asked = { blind: fromHex(vector.blind), blinded: fromHex(vector.blinded) };
		const known = { evaluated: fromHex(vector.evaluated), proof: fromHex(vector.proof) };
		const output = { ok: true, value: fromHex(vector.output) };
		assert.deepEqual(finalize(key.publicKey, fromHex(vector.input), asked, known), output);
		const answer = evaluate(key, asked.blinded, deps);
		assert.ok(answer.ok);
		assert.deepEqual(answer.value.evaluated, known.evaluated);
		assert.deepEqual(finalize(key.publicKey, fromHex(vector.input), asked, answer.value), output);
	}
});
