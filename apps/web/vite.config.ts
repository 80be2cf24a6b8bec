import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
	plugins: [react()],
	worker: { format: 'es' },
	build: {
		target: 'es2023',
		/* a data: address in a style sheet would need a wider policy */
		assetsInlineLimit: 0,
		modulePreload: { polyfill: false },
		chunkSizeWarningLimit: 900,
		sourcemap: false,
		rolldownOptions: {
			output: {
				/* left to itself the bundler makes a file of each icon and of each part that two screens
				   share: many to bring and to check at a first visit. Parts below 4 kB join those that
				   nearly the same screens need; from 10 kB on a first page brings what it does not need */
				codeSplitting: {
					groups: [
						{
							name: 'shared',
							entriesAware: true,
							minShareCount: 2,
							entriesAwareMergeThreshold: 4_000,
						},
					],
				},
				/* without the names of all the screens that share it */
				chunkFileNames: ({ name }) =>
					`assets/${name.startsWith('shared') ? 'shared' : '[name]'}-[hash].js`,
			},
		},
	},
});
