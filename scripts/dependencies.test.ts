import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';

type Declared = { readonly name: string; readonly version: string; readonly by: string };
type Listed = { readonly name: string; readonly version: string; readonly by: readonly string[] };

const root = path.resolve(import.meta.dirname, '..');
const declared = declaredIn(root);
const listed = listedIn(readFileSync(path.join(root, 'docs/dependencies.md'), 'utf8'));

test('docs/dependencies.md lists every dependency, its version and who uses it', () => {
	const users = Map.groupBy(declared, ({ name }) => name);
	const expected = [...users].map(([name, uses]) => ({
		name,
		version: [...new Set(uses.map(({ version }) => version))].join(' and '),
		by: [...new Set(uses.map(({ by }) => by))].sort(),
	}));
	const inOrder = (a: Listed, b: Listed) => (a.name < b.name ? -1 : 1);
	assert.deepEqual([...listed].sort(inOrder), expected.sort(inOrder));
});

test('every dependency has one exact version', () => {
	for (const { name, version, by } of declared) {
		assert.match(version, /^\d+\.\d+\.\d+(-[\w.]+)?$/, `${name} in ${by}`);
	}
	const versions = Map.groupBy(declared, ({ name }) => name);
	for (const [name, uses] of versions) {
		assert.equal(new Set(uses.map(({ version }) => version)).size, 1, name);
	}
});

test('the lockfile names no registry, so that any one serves', () => {
	const lock = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8'));
	const packages: [string, { resolved?: string }][] = Object.entries(lock.packages);
	const tied = packages.filter(([, { resolved }]) => resolved?.includes('://'));
	assert.deepEqual(tied, []);
});

function declaredIn(folder: string): Declared[] {
	const parents = ['packages', 'apps'].filter((name) => existsSync(path.join(folder, name)));
	const places = parents.flatMap((parent) =>
		readdirSync(path.join(folder, parent)).map((name) => `${parent}/${name}`),
	);
	return ['', ...places]
		.filter((place) => existsSync(path.join(folder, place, 'package.json')))
		.flatMap((place) => {
			const text = readFileSync(path.join(folder, place, 'package.json'), 'utf8');
			const { dependencies, devDependencies, optionalDependencies, peerDependencies } =
				JSON.parse(text);
			const all = { ...dependencies, ...devDependencies, ...optionalDependencies };
			return Object.entries<string>({ ...all, ...peerDependencies })
				.filter(([name]) => !name.startsWith('@navette/'))
				.map(([name, version]) => ({ name, version, by: place === '' ? 'root' : place }));
		});
}

function listedIn(page: string): Listed[] {
	return page.split('\n').flatMap((line) => {
		const found = /^\| `([^`]+)` \| (\S+) \| ([^|]*) \|/.exec(line);
		if (found === null) return [];
		const [, name = '', version = '', users = ''] = found;
		const by = users.split(',').map((user) => user.replaceAll('`', '').trim());
		return [{ name, version, by: by.sort() }];
	});
}
