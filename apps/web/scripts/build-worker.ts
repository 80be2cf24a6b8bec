/** After the app is built: its service worker, which knows every file of the build by its hash, and the worker of news. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { build, type PluginOption } from 'vite';
import { isPrecached, type PrecachedFile } from '../src/worker/precache.ts';

const root = path.resolve(import.meta.dirname, '..');
const dist = path.join(root, 'dist');

const fileOf = (name: string): PrecachedFile => ({
	url: `/${name}`,
	integrity: `sha256-${createHash('sha256')
		.update(readFileSync(path.join(dist, name)))
		.digest('base64')}`,
	hashed: name.startsWith('assets/'),
});

const names = readdirSync(dist, { recursive: true, withFileTypes: true })
	.filter((entry) => entry.isFile())
	.map((entry) => path.relative(dist, path.join(entry.parentPath, entry.name)))
	.map((name) => name.split(path.sep).join('/'))
	.filter(isPrecached)
	.sort();
const files = names.map(fileOf);
const version = createHash('sha256').update(JSON.stringify(files)).digest('hex').slice(0, 16);

/** Builds one worker into one file. */
const buildWorker = (input: string, name: string, plugins: PluginOption[]) =>
	build({
		configFile: false,
		root,
		publicDir: false,
		logLevel: 'warn',
		plugins,
		build: {
			target: 'es2023',
			outDir: dist,
			emptyOutDir: false,
			modulePreload: false,
			rolldownOptions: {
				input: path.join(root, input),
				output: { format: 'iife', entryFileNames: name },
			},
		},
	});

await buildWorker('src/worker/worker.ts', 'worker.js', [
	{
		name: 'precache',
		resolveId: (id) => (id === 'virtual:precache' ? '\0precache' : undefined),
		load: (id) =>
			id === '\0precache'
				? `export const PRECACHE = ${JSON.stringify(files)};\nexport const VERSION = ${JSON.stringify(version)};`
				: undefined,
	},
]);
await buildWorker('src/news/news-worker.ts', 'news-worker.js', []);
process.stdout.write(`Service worker: ${files.length} files, version ${version}\n`);
