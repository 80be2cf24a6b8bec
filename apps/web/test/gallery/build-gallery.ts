import path from 'node:path';
import react from '@vitejs/plugin-react';
import { build } from 'vite';

/** Builds the page of samples into a folder, as the app is built. */
export const buildGallery = async (outDir: string): Promise<void> => {
	await build({
		configFile: false,
		root: path.resolve(import.meta.dirname),
		publicDir: false,
		logLevel: 'error',
		plugins: [react()],
		build: { outDir, emptyOutDir: true, assetsInlineLimit: 0, modulePreload: { polyfill: false } },
	});
};
