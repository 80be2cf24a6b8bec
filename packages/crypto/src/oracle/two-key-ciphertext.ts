/**
 * AES-GCM alone does not commit to its key: this makes one ciphertext that opens under two keys, each
 * to a plaintext that passes our padding. (Grubbs, Lu, Ristenpart, "Message franking via committing
 * authenticated encryption", 2017; Len, Grubbs, Ristenpart, "Partitioning oracle attacks", 2021.)
 */
import { createCipheriv } from 'node:crypto';

const ONE = 1n << 127n;
const REDUCTION = 0xe1n << 120n;

/** Product in the field of GHASH, NIST SP 800-38D §6.3. */
const times = (x: bigint, y: bigint): bigint => {
	let [product, factor] = [0n, y];
	for (let bit = 127n; bit >= 0n; bit--) {
		if ((x >> bit) & 1n) product ^= factor;
		factor = factor & 1n ? (factor >> 1n) ^ REDUCTION : factor >> 1n;
	}
	return product;
};

const power = (x: bigint, exponent: bigint): bigint => {
	let [result, base] = [ONE, x];
	for (let left = exponent; left > 0n; left >>= 1n) {
		if (left & 1n) result = times(result, base);
		base = times(base, base);
	}
	return result;
};

const inverse = (x: bigint): bigint => power(x, (1n << 128n) - 2n);
const toBlock = (bytes: Uint8Array): bigint => BigInt(`0x${Buffer.from(bytes).toString('hex')}`);
const fromBlock = (value: bigint): Buffer =>
	Buffer.from(value.toString(16).padStart(32, '0'), 'hex');

const encryptBlock = (key: Uint8Array, block: Uint8Array): Buffer =>
	createCipheriv('aes-256-ecb', key, null).setAutoPadding(false).update(block);

const counterBlock = (counter: number): Buffer => {
	const block = Buffer.alloc(16);
	block.writeUInt32BE(counter, 12);
	return block;
};

/** First bytes that AES-GCM with a zero `iv` adds to the plaintext. */
export const firstKeystream = (key: Uint8Array): number =>
	encryptBlock(key, counterBlock(2)).readUInt32BE();

const blocksOf = (bytes: Uint8Array): bigint[] => {
	const padded = Buffer.alloc(Math.ceil(bytes.length / 16) * 16);
	padded.set(bytes);
	return Array.from({ length: padded.length / 16 }, (_, at) =>
		toBlock(padded.subarray(at * 16, at * 16 + 16)),
	);
};

const ghash = (key: Uint8Array, blocks: readonly bigint[]): bigint => {
	const h = toBlock(encryptBlock(key, Buffer.alloc(16)));
	return blocks.reduce((sum, block) => times(sum ^ block, h), 0n);
};

/**
 * `ciphertext ‖ tag` that both keys accept, with a zero `iv` and this additional data. The ciphertext
 * is the one given, its last block replaced.
 */
export const openingUnderBoth = (
	keys: readonly [Uint8Array, Uint8Array],
	associated: Uint8Array,
	ciphertext: Uint8Array,
): Buffer => {
	const lengths = (BigInt(associated.length * 8) << 64n) | BigInt(ciphertext.length * 8);
	const body = blocksOf(ciphertext);
	body[body.length - 1] = 0n;
	const all = [...blocksOf(associated), ...body, lengths];
	const [one, two] = keys.map((key) => ({
		tag: ghash(key, all) ^ toBlock(encryptBlock(key, counterBlock(1))),
		weight: power(toBlock(encryptBlock(key, Buffer.alloc(16))), 2n),
	}));
	if (one === undefined || two === undefined) throw new Error('two keys');
	const last = times(one.tag ^ two.tag, inverse(one.weight ^ two.weight));
	const tag = one.tag ^ times(last, one.weight);
	return Buffer.concat([ciphertext.subarray(0, -16), fromBlock(last), fromBlock(tag)]);
};
