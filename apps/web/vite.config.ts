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
	},
});
