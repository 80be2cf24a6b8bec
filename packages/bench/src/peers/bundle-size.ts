import { execFile } from 'node:child_process';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { NAVETTE, type PeerFacts } from './catalogue.ts';
import { installPeer } from './install.ts';

const HERE = path.resolve(import.meta.dirname, '../..');
const FLAGS = [
	...['--bundle', '--minify', '--format=esm', '--platform=browser', '--target=es2022'],
	...['--loader=ts', '--external:node:*', '--log-level=error', '--loader:.wasm=binary'],
];

const bundle = (esbuild: string, folder: string, code: string): Promise<Buffer> =>
	new Promise((resolve, reject) => {
		const options = { cwd: folder, encoding: 'buffer', maxBuffer: 2 ** 28 } as const;
		const child = execFile(esbuild, FLAGS, options, (error, stdout) =>
			error ? reject(error) : resolve(stdout),
		);
		child.stdin?.end(code);
	});

/** Bytes of a peer's client package, bundled for browsers, minified, gzipped; absent when it has none. */
export const measureBundle = async (peer: PeerFacts): Promise<number | undefined> => {
	if (peer.client === undefined) return undefined;
	const tools = await installPeer('esbuild');
	const folder = peer.name === NAVETTE.name ? HERE : await installPeer(peer.name);
	const esbuild = path.join(tools, 'node_modules', '.bin', 'esbuild');
	return gzipSync(await bundle(esbuild, folder, peer.client), { level: 9 }).length;
};
