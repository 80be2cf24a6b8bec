/**
 * Prints the frozen vectors, made by the second implementation from a fixed sequence. They were
 * written once: `node packages/crypto/src/oracle/write-vectors.ts` must print what is in the file
 * `envelope.vectors.json`, and with the word `series` what is in `series.vectors.json`.
 */
import { createHash } from 'node:crypto';
import { sealInSeriesWithNode, sealWithNode } from './node-envelope.ts';

const bytes = (label: string, length: number): Buffer => {
	const blocks: Buffer[] = [];
	for (let at = 0; at * 32 < length; at++)
		blocks.push(createHash('sha256').update(`navette vector ${label} ${at}`).digest());
	return Buffer.concat(blocks).subarray(0, length);
};

const contexts = [
	[],
	['orga', 'NOTE', 'n1', 'text', 0, 1],
	['orga', 'NOTE', 'n1', 'text', 4_294_967_296, -3],
	['démo', 'CARNET', 'é日本', '', 23, 24, 255, 256, 65_535, 65_536],
] as const;
const lengths = [0, 1, 252, 253, 300, 5_000];

const vectors = lengths.map((length, index) => {
	const key = bytes(`key ${index}`, 32);
	const nonce = bytes(`nonce ${index}`, 24);
	const data = bytes(`data ${index}`, length);
	const context = contexts[index % contexts.length] ?? [];
	const envelope = sealWithNode(key, context, data, nonce).toString('hex');
	return {
		key: key.toString('hex'),
		context,
		nonce: nonce.toString('hex'),
		data: data.toString('hex'),
		envelope,
	};
});

const seriesVector = () => {
	const key = bytes('series key', 32);
	const salt = bytes('series salt', 20);
	const items = lengths.slice(0, 5).map((length, at) => ({
		context: contexts[at % contexts.length] ?? [],
		data: bytes(`series data ${at}`, length),
	}));
	return {
		key: key.toString('hex'),
		salt: salt.toString('hex'),
		items: items.map(({ context, data }) => ({ context, data: data.toString('hex') })),
		envelopes: items.map(({ context, data }, place) =>
			sealInSeriesWithNode(key, context, data, salt, place).toString('hex'),
		),
	};
};

const asked = process.argv[2] === 'series' ? seriesVector() : vectors;
process.stdout.write(`${JSON.stringify(asked, null, '\t')}\n`);
