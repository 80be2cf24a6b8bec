/** Points 7 and 9: what the user pages quote between stars is written on the screens. */
import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';

const ROOT = path.resolve(import.meta.dirname, '../..');
const PAGES = [
	...['animator.md', 'animateur.md', 'groupement.en.md', 'groupement.md'],
	...['producer.md', 'producteur.md'],
];

const SOURCES = [
	...[
		'packages/circuit/src/ui/**/*.ts',
		'packages/ui/src/chart/*.tsx',
		'packages/ui/src/undo/*.tsx',
	],
	'apps/web/src/shell/texts.ts',
];
const texts = globSync(SOURCES, { cwd: ROOT })
	.map((file) => readFileSync(path.join(ROOT, file), 'utf8'))
	.join('\n');

for (const page of PAGES)
	test(`9. ${page}: the words of the screens, pictures that exist`, () => {
		const file = path.join(ROOT, 'docs/circuit', page);
		const written = readFileSync(file, 'utf8');
		const onScreens = [...written.matchAll(/(?<!\*)\*([^*\n]+)\*(?!\*)/g)].map(
			([, words = '']) => words,
		);
		assert.ok(onScreens.length > 3);
		assert.deepEqual(
			onScreens.filter((words) => !texts.includes(`'${words}'`)),
			[],
		);
		for (const [, picture = ''] of written.matchAll(/!\[[^\]]*\]\(([^)]+)\)/g))
			assert.ok(readFileSync(path.resolve(path.dirname(file), picture)).length < 60_000, picture);
	});
