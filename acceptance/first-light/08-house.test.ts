import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';

/** Point 8: a house one wants to live in. */
const root = path.resolve(import.meta.dirname, '../..');
const read = (name: string): string => readFileSync(path.join(root, name), 'utf8');
const foldersOf = (name: string): readonly string[] =>
	readdirSync(path.join(root, name), { withFileTypes: true })
		.filter(
			(entry) =>
				entry.isDirectory() && existsSync(path.join(root, name, entry.name, 'package.json')),
		)
		.map((entry) => `${name}/${entry.name}`);

test('8. floors hold: an import goes down, and only to what is declared', () => {
	execFileSync(process.execPath, ['scripts/floors.ts'], { cwd: root, stdio: 'pipe' });
});

test('8. no package is empty, each says in a few lines what it is for', () => {
	for (const folder of foldersOf('packages')) {
		const sources = readdirSync(path.join(root, folder, 'src'), {
			recursive: true,
			encoding: 'utf8',
		});
		assert.ok(
			sources.some((name) => name.endsWith('.ts')),
			`${folder} has sources`,
		);
		const readme = `${folder}/README.md`;
		assert.ok(existsSync(path.join(root, readme)), `${readme} is there`);
		assert.ok(read(readme).split('\n').length <= 60, `${readme} is short`);
	}
});

test('8. verify runs format, lint, types, floors, dead code and tests; CI runs the tests then the rest', () => {
	const verify = read('scripts/verify.ts');
	for (const word of ['biome', 'tsc', 'floors', 'knip', 'test'])
		assert.match(verify, new RegExp(word));
	const ci = read('.ci/run');
	assert.ok(ci.lastIndexOf('npm test') < ci.lastIndexOf('npm run verify'));
	assert.ok(statSync(path.join(root, '.ci/run')).mode & 0o100, '.ci/run can be run');
});

test('8. the README says what it is, the two commands, and shows a real picture', () => {
	const readme = read('README.md');
	assert.match(readme, /npm start/);
	assert.match(readme, /npm test/);
	const pictures = [...readme.matchAll(/!\[[^\]]+\]\(([^)]+)\)/g)].map(([, file]) => file ?? '');
	assert.ok(pictures.length > 0);
	for (const file of pictures) assert.ok(statSync(path.join(root, file)).size > 10_000, file);
});

test('8. every link of the pages leads to a file', () => {
	const pages = [
		'README.md',
		'ARCHITECTURE.md',
		...readdirSync(path.join(root, 'docs'))
			.filter((name) => name.endsWith('.md'))
			.map((name) => `docs/${name}`),
	];
	for (const page of pages)
		for (const [, target] of read(page).matchAll(/\]\((?!https?:|#)([^)#\s]+)[^)]*\)/g)) {
			const file = path.join(root, path.dirname(page), target ?? '');
			assert.ok(existsSync(file), `${page} → ${target}`);
		}
});

test('8. architecture on one page, licence, dependencies with reasons, decisions of ten lines', () => {
	assert.ok(read('ARCHITECTURE.md').split('\n').length <= 110);
	assert.match(read('LICENSE'), /MIT License/);
	assert.match(read('docs/dependencies.md'), /hono/);
	const decisions = readdirSync(path.join(root, 'docs/decisions'));
	assert.ok(decisions.length >= 6);
	for (const name of decisions) assert.match(name, /^\d{4}-[a-z0-9-]+\.md$/);
});
