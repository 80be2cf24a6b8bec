import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Cluster } from '@navette/storage-postgres/testing';

/** What a `pg_dump` of a database holds: its text, then the bytes of each value that it writes in hexadecimal. */
export const dumpedBytes = async ({ programs }: Cluster, url: string): Promise<Buffer> => {
	const program = path.join(programs, 'pg_dump');
	const { stdout } = await promisify(execFile)(program, [url], { maxBuffer: 64 * 2 ** 20 });
	const values = [...stdout.matchAll(/\\\\x([0-9a-f]+)/g)];
	return Buffer.concat([
		Buffer.from(stdout),
		...values.map(([, hex = '']) => Buffer.from(hex, 'hex')),
	]);
};
