import path from 'node:path';
import { build } from 'vite';

/** Builds the page of the device store into a folder. */
export const buildStorePage = async (outDir: string): Promise<void> => {
	await build({
		configFile: false,
		root: path.resolve(import.meta.dirname),
		publicDir: false,
		logLevel: 'error',
		build: { outDir, emptyOutDir: true, target: 'es2023', modulePreload: { polyfill: false } },
	});
};
