/**
 * Prints the frozen vectors of `public.vectors.json`, made by the second implementation from a fixed
 * sequence. They were written once: this must print the values that are in the file.
 */
import { createHash } from 'node:crypto';
import { sealingKeyFromSeed, sealTo } from '../sealing.ts';
import { voprfKeyFromSeed } from '../voprf.ts';
import {
	deriveWithNode,
	hashWithNode,
	openSealedWithNode,
	safetyNumberWithNode,
	signatureWithNode,
	stretchWithNode,
} from './node-public.ts';
import { evaluateWithSodium } from './sodium-oprf.ts';

const bytes = (label: string, length: number): Buffer =>
	createHash('shake256', { outputLength: length })
		.update(`navette public vector ${label}`)
		.digest();
const hex = (value: Uint8Array): string => Buffer.from(value).toString('hex');

const VALUES = [
	'text',
	7,
	['POST', '/v1/call', 4_294_967_296],
	['é日本', [0, -1, 65_536]],
] as const;
const signatures = VALUES.map((value, at) => {
	const seed = bytes(`sign ${at}`, 32);
	return { seed: hex(seed), value, signature: hex(signatureWithNode(seed, 'nv/req', value)) };
});
const hashes = VALUES.map((value) => ({ value, hash: hex(hashWithNode('nv/user', value)) }));
const keys = [16, 32, 96].map((length) => {
	const secret = bytes(`secret ${length}`, 32);
	const derived = deriveWithNode(secret, 'nv/key/login', length, 'orga', 3);
	return { secret: hex(secret), length, key: hex(derived) };
});
const PHRASES = [['le chat dort'], ['une', 'autre phrase é']];
const phrases = PHRASES.map((secret) => {
	const stretched = stretchWithNode(secret, ['orga'], 'nv/alias');
	return { secret, stretched: hex(stretched) };
});
const ids = [bytes('id 1', 20), bytes('id 2', 20)];
const safety = { ids: ids.map(hex), digits: safetyNumberWithNode(ids) };

/** Crockford's base 32 through a text of bits. */
const crockfordWithText = (code: Uint8Array): string => {
	const bits = [...code].map((byte) => byte.toString(2).padStart(8, '0')).join('');
	const digits = bits.match(/.{1,5}/g) ?? [];
	return digits
		.map((five) => '0123456789ABCDEFGHJKMNPQRSTVWXYZ'[Number.parseInt(five.padEnd(5, '0'), 2)])
		.join('');
};

/** Sealing draws in JavaScript, from the bytes given; the second implementation opens it. */
const sealed = [];
for (const length of [0, 32, 300]) {
	const seed = bytes(`seal ${length}`, 32);
	const data = bytes(`data ${length}`, length);
	const context = ['orga', 'RIGHT', 'r1', length];
	const { publicKey } = sealingKeyFromSeed(seed);
	const draws = bytes(`draws ${length}`, 88);
	let at = 0;
	const random = {
		bytes(count: number) {
			at += count;
			return draws.subarray(at - count, at);
		},
	};
	const made = await sealTo(publicKey, context, data, { random });
	const opened = openSealedWithNode(seed, publicKey, context, made);
	if (!opened.equals(data)) throw new Error('the two implementations differ');
	sealed.push({
		...{ seed: hex(seed), draws: hex(draws), context },
		data: hex(data),
		sealed: hex(made),
	});
}

const voprf = [];
for (const text of ['', '12345678', 'é日本']) {
	const seed = bytes(`voprf ${text}`, 32);
	const key = voprfKeyFromSeed(seed);
	const input = Buffer.from(text);
	const output = await evaluateWithSodium(key.secretKey, input);
	const publicKey = hex(key.publicKey);
	voprf.push({ seed: hex(seed), publicKey, input: hex(input), output: hex(output) });
}

const codes = [0, 1, 5, 16].map((length) => {
	const code = bytes(`code ${length}`, length);
	return { code: hex(code), text: crockfordWithText(code) };
});

const vectors = { voprf, codes, signatures, hashes, keys, phrases, safety, sealed };
process.stdout.write(`${JSON.stringify(vectors, null, '\t')}\n`);
