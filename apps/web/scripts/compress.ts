/** After the workers are built: each text of the build once more, compressed as browsers ask for it. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const dist = path.resolve(import.meta.dirname, '../dist');
const TEXT = /\.(css|html|js|json|svg|webmanifest)$/;
/** A file this short travels as it is: it fits into one packet. */
const SHORT = 1_400;

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

/** Answers how many bytes it had, and has. */
const compress = async (name: string): Promise<readonly [number, number]> => {
	const bytes = readFileSync(name);
	if (bytes.length < SHORT) return [bytes.length, bytes.length];
	const params = { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
	const [br, gz] = await Promise.all([brotli(bytes, { params }), zip(bytes, { level: 9 })]);
	writeFileSync(`${name}.br`, br);
	writeFileSync(`${name}.gz`, gz);
	return [bytes.length, br.length];
};

const names = readdirSync(dist, { recursive: true, withFileTypes: true })
	.filter((entry) => entry.isFile() && TEXT.test(entry.name))
	.map((entry) => path.join(entry.parentPath, entry.name));
const sizes = await Promise.all(names.map(compress));
const kilobytes = (at: 0 | 1) => Math.round(sizes.reduce((sum, size) => sum + size[at], 0) / 1_000);
process.stdout.write(`Compressed: ${kilobytes(0)} kB are ${kilobytes(1)} kB\n`);
