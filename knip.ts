import type { KnipConfig } from 'knip';

/** Files that nobody imports because something runs them. */
const run = [
	'src/**/*.test.ts',
	'src/oracle/*.ts',
	'test/**/*.{ts,tsx}',
	'scripts/*.{ts,mjs}',
].concat(
	// child processes and workers, started by their path
	['src/**/*-process.ts', 'src/worker/worker.ts', 'src/news/news-worker.ts'],
);

const config: KnipConfig = {
	ignoreExportsUsedInFile: { interface: true, type: true },
	workspaces: {
		'.': {
			/* read as text and run in the page of a browser test, never imported */
			ignoreDependencies: ['axe-core'],
			entry: ['scripts/*.{ts,mjs}', 'acceptance/**/*.test.ts'].concat(
				// child processes, what a browser loads, and pictures made by hand
				['acceptance/**/*-{process,page,hook}.ts', 'acceptance/**/pictures.ts'],
			),
			project: ['scripts/**/*.{ts,mjs}', 'acceptance/**/*.ts'],
		},
		'packages/*': { entry: run, project: ['{src,test,scripts}/**/*.{ts,tsx,css}'] },
		'apps/*': {
			entry: [...run, 'src/main.{ts,tsx}', '*.ts'],
			project: ['{src,test,scripts}/**/*.{ts,tsx,css}', '*.ts'],
		},
	},
	compilers: {
		/** Style sheets import others, and name the fonts of packages. */
		css: (text) =>
			[...text.matchAll(/@import\s+['"]([^'"]+)['"]|url\(\s*['"](@[^'"]+)['"]/g)]
				.map(([, sheet, file]) => `import '${sheet ?? file}';`)
				.join('\n'),
	},
};

export default config;
