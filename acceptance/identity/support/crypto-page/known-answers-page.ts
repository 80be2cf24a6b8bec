/** The known answers and the frozen vectors, in the browser that shows this page. */
import { bytesToHex, systemRandom } from '@navette/core';
import {
	generateSealingKey,
	hash,
	keepSigningKey,
	openSealed,
	safetyNumber,
	sealingKeyFromSeed,
	sealTo,
	sign,
	signingKeyFromKept,
	signingKeyFromSeed,
	stretch,
	verify,
} from '@navette/crypto';
import {
	javascript,
	PRIMITIVE_CASES,
	SYMMETRIC_CASES,
	webcrypto,
} from '@navette/crypto/conformance';
import vectors from '../../../../packages/crypto/src/public.vectors.json' with { type: 'json' };

const fromHex = (text: string): Uint8Array =>
	Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));

const knownAnswers = async (wrong: string[]): Promise<void> => {
	for (const backend of [webcrypto, javascript])
		for (const { name, check } of PRIMITIVE_CASES) {
			const found = await check(backend);
			if (found !== undefined) wrong.push(`${backend.name}, ${name}: ${found}`);
		}
	for (const { name, check } of SYMMETRIC_CASES) {
		const found = await check(javascript);
		if (found !== undefined) wrong.push(`${name}: ${found}`);
	}
};

const frozen = async (
	expect: (name: string, got: string, known: string) => void,
): Promise<void> => {
	for (const { value, hash: known } of vectors.hashes)
		expect('hash', bytesToHex(hash('nv/user', value)), known);
	for (const { seed, value, signature } of vectors.signatures) {
		const key = await signingKeyFromSeed(fromHex(seed));
		expect('signature', bytesToHex(await sign(key, 'nv/req', value)), signature);
		const isRight = await verify(key.publicKey, 'nv/req', value, fromHex(signature));
		expect('verify', String(isRight), 'true');
	}
	for (const { secret, stretched } of vectors.phrases)
		expect('stretch', bytesToHex(await stretch(secret, ['orga'], 'nv/alias')), stretched);
	for (const { seed, context, data, sealed } of vectors.sealed) {
		const opened = await openSealed(sealingKeyFromSeed(fromHex(seed)), context, fromHex(sealed));
		expect('sealed', opened.ok ? bytesToHex(opened.value) : opened.error, data);
	}
	const { ids, digits } = vectors.safety;
	expect('safety number', safetyNumber(ids.map(fromHex)), digits);
};

/** A key put in IndexedDB and taken out again signs the same, and cannot be read. */
const keptKey = async (
	expect: (name: string, got: string, known: string) => void,
): Promise<void> => {
	const seed = systemRandom.bytes(32);
	const kept = await keepSigningKey(seed);
	if (kept === undefined) return expect('kept key', 'no Ed25519', '');
	const copy = structuredClone(kept);
	const [ours, theirs] = [await signingKeyFromSeed(seed), signingKeyFromKept(copy)];
	const signed = bytesToHex(await sign(ours, 'nv/device', 'x'));
	expect('kept key', bytesToHex(await sign(theirs, 'nv/device', 'x')), signed);
	expect('kept key is closed', String(copy.privateKey.extractable), 'false');
};

const run = async () => {
	const wrong: string[] = [];
	const expect = (name: string, got: string, known: string): void => {
		if (got !== known) wrong.push(`${name}: ${got} instead of ${known}`);
	};
	await knownAnswers(wrong);
	await frozen(expect);
	await keptKey(expect);
	const deps = { random: systemRandom };
	const key = generateSealingKey(deps);
	const start = performance.now();
	await sealTo(key.publicKey, ['x'], new Uint8Array(32), deps);
	const sealMs = performance.now() - start;
	return { wrong, sealMs };
};

Object.assign(globalThis, { outcome: run() });
