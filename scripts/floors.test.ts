import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import { checkAmbient } from './floors/ambient.ts';
import { checkFloors } from './floors/check.ts';
import { readTree, type Tree } from './floors/workspace.ts';

type Dependencies = Readonly<Record<string, string>>;

test('this repository keeps its floors', () => {
	const tree = readTree(path.resolve(import.meta.dirname, '..'));
	assert.deepEqual(checkFloors(tree), []);
	assert.deepEqual(checkAmbient(tree), []);
});

test('an import to a lower floor that is declared is well', () => {
	assert.deepEqual(
		checkFloors(pair('engine', 'storage', "import { a } from '@navette/storage';")),
		[],
	);
});

test('an import goes to a lower floor only, types included', () => {
	const ways = [
		"import { a } from '@navette/server';",
		"import type { A } from '@navette/server';",
		"export { a } from '@navette/server';",
		"export * from '@navette/server';",
		"import '@navette/server';",
		"const a = await import('@navette/server');",
		"type A = import('@navette/server').A;",
	];
	for (const source of ways) {
		only(pair('storage', 'server', source), /from floor 3 to floor 5\. .* lower floor only/);
	}
	only(pair('crypto', 'model', "import { a } from '@navette/model';"), /from floor 2 to floor 2/);
});

test('the server serves the web app, never the reverse', () => {
	const one = (from: string, to: string) =>
		checkFloors(
			tree({
				...pkg(`apps/${from}`, { [`@navette/${to}`]: '0.1.0' }),
				...pkg(`apps/${to}`),
				[`apps/${from}/src/a.ts`]: `import '@navette/${to}';`,
			}),
		);
	assert.deepEqual(one('server', 'web'), []);
	assert.match(one('web', 'server')[0] ?? '', /lower floor only/);
});

test('words in comments and strings are not imports, nor what a build makes up', () => {
	const source =
		"import 'virtual:made-up';\n// import '@navette/server';\nexport const a = \"import '@navette/server'\";";
	assert.deepEqual(checkFloors(pair('storage', 'server', source)), []);
});

test('every package has a floor', () => {
	only(tree({ ...pkg('packages/newcomer') }), /packages\/newcomer: has no floor/);
});

test('what is imported is declared by the package itself', () => {
	const files = { ...pkg('packages/model'), 'packages/model/src/a.ts': "import 'valibot';" };
	only(tree(files), /a\.ts:1: valibot is not in the dependencies of packages\/model/);
	const workspace = { ...pkg('packages/core'), ...pkg('packages/model') };
	const source = "import '@navette/core';";
	only(
		tree({ ...workspace, 'packages/model/src/a.ts': source }),
		/@navette\/core is not in the dep/,
	);
});

test('tests also use development dependencies, sources do not', () => {
	const manifest = pkg('packages/model', {}, { '@navette/testkit': '0.1.0', idb: '8.0.4' });
	const base = { ...manifest, ...pkg('packages/testkit') };
	const source = "import 'idb';\nimport 'fast-check';\nimport '@navette/testkit';";
	assert.deepEqual(checkFloors(tree({ ...base, 'packages/model/src/a.test.ts': source })), []);
	only(tree({ ...base, 'packages/model/src/a.ts': "import 'idb';" }), /is not in the dependencies/);
});

test('only the roots name a provider', () => {
	const source = "import { a } from '@navette/storage-sqlite';";
	only(pair('server', 'storage-sqlite', source), /names a provider/);
	assert.deepEqual(checkFloors(pair('apps/server', 'storage-sqlite', source)), []);
	assert.deepEqual(checkFloors(pair('simulation', 'storage-sqlite', source)), []);
	assert.deepEqual(checkFloors(pair('bench', 'storage-sqlite', source)), []);
});

test('the server has no path to keys, through any number of files', () => {
	const files = {
		...pkg('packages/keyring'),
		...pkg('packages/notes', { '@navette/keyring': '0.1.0' }),
		...pkg('packages/server'),
		'packages/notes/src/client/index.ts': "import '@navette/keyring';",
		'packages/notes/src/server/index.ts': "import '../shared.ts';",
		'packages/notes/src/shared.ts': 'export const a = 1;',
	};
	assert.deepEqual(checkFloors(tree(files)), []);
	const leaked = { ...files, 'packages/notes/src/shared.ts': "import '@navette/keyring';" };
	only(tree(leaked), /server\/index\.ts → .*shared\.ts → @navette\/keyring: .*blind/);
	only(pair('server', 'keyring', "import '@navette/keyring';"), /a path from the server/);
	only(pair('apps/server', 'keyring', "import '@navette/keyring';"), /a path from the server/);
});

test('the engine has no path to the protocol', () => {
	only(pair('engine', 'protocol', "import '@navette/protocol';"), /a path from the engine/);
});

test('what runs in browsers needs no Node', () => {
	const screens = ['crypto', 'keyring', 'local-store-idb', 'client', 'ui'];
	const inside = ['circuit/src/model', 'circuit/src/client', 'notes/src/ui'];
	for (const place of [...screens.map((name) => `${name}/src`), ...inside]) {
		const [name = ''] = place.split('/');
		for (const builtin of ['node:util', 'util']) {
			const file = { [`packages/${place}/a.ts`]: `import '${builtin}';` };
			only(tree({ ...pkg(`packages/${name}`), ...file }), /also runs in browsers/);
		}
		const proof = { [`packages/${place}/a.test.ts`]: "import 'node:fs';" };
		assert.deepEqual(checkFloors(tree({ ...pkg(`packages/${name}`), ...proof })), []);
	}
});

test('disk, network and processes are left to providers and roots', () => {
	const using = (place: string) =>
		tree({ ...pkg(place), [`${place}/src/a.ts`]: "import 'node:fs/promises';" });
	only(using('packages/engine'), /reaches for the machine/);
	only(using('packages/server'), /reaches for the machine/);
	assert.deepEqual(checkFloors(using('packages/blobs-fs')), []);
	assert.deepEqual(checkFloors(using('apps/server')), []);
	const harmless = { 'packages/server/src/a.ts': "import 'node:crypto';" };
	assert.deepEqual(checkFloors(tree({ ...pkg('packages/server'), ...harmless })), []);
});

test('the doors of an application stay closed to each other', () => {
	const closed = [
		...['model → server', 'model → client', 'model → ui', 'server → client', 'server → ui'],
		...['client → server', 'client → ui', 'ui → server'],
	];
	for (const pairOfDoors of closed) {
		const [from = '', to = ''] = pairOfDoors.split(' → ');
		const ways = [`import '../${to}/b.ts';`, `import '@navette/notes/${to}';`];
		for (const source of ways) {
			only(application(from, source), new RegExp(`from \\./${from} to \\./${to}\\.`));
		}
	}
	assert.deepEqual(checkFloors(application('ui', "import '../client/b.ts';")), []);
	assert.deepEqual(checkFloors(application('server', "import '../model/b.ts';")), []);
});

test('only screens draw', () => {
	const declared = { react: '19.3.1', '@navette/ui': '0.1.0' };
	const using = (door: string, source: string) =>
		tree({
			...pkg('packages/ui'),
			...pkg('packages/notes', declared),
			[`packages/notes/src/${door}/a.ts`]: source,
		});
	for (const source of [
		"import 'react';",
		"import 'react/jsx-runtime';",
		"import '@navette/ui';",
	]) {
		only(using('model', source), /belongs to screens/);
		assert.deepEqual(checkFloors(using('ui', source)), []);
	}
});

test('the client of an application formats like the screens, and reaches nothing that draws', () => {
	const doors = { '.': './src/index.ts', './formats': './src/formats/index.ts' };
	const files = {
		'packages/ui/package.json': JSON.stringify({
			name: '@navette/ui',
			exports: doors,
			dependencies: { react: '19.3.1' },
		}),
		'packages/ui/src/formats/index.ts': 'export {};',
		...pkg('packages/notes', { '@navette/ui': '0.1.0' }),
		'packages/notes/src/client/a.ts': "import '@navette/ui/formats';",
	};
	assert.deepEqual(checkFloors(tree(files)), []);
	const drawn = { ...files, 'packages/ui/src/formats/index.ts': "import 'react';" };
	only(tree(drawn), /client\/a\.ts → .*formats\/index\.ts → react: a path from the client/);
});

test('packages meet at their doors', () => {
	const files = { ...pkg('packages/core'), ...pkg('packages/model', { '@navette/core': '0.1.0' }) };
	const importing = (source: string) => tree({ ...files, 'packages/model/src/a.ts': source });
	only(importing("import '../../core/src/index.ts';"), /leaves its package by a path/);
	only(importing("import '@navette/core/secret';"), /a door that @navette\/core does not have/);
});

test('an import is readable', () => {
	const source = 'const name = "x"; await import(name);';
	only(
		tree({ ...pkg('packages/model'), 'packages/model/src/a.ts': source }),
		/computes what it im/,
	);
});

test('code made for tests is not shipped', () => {
	const source = "import '@navette/testkit';";
	only(pair('engine', 'testkit', source), /brings code made for tests/);
	assert.deepEqual(checkFloors(pair('simulation', 'testkit', source)), []);
	const conformance = {
		...pkg('packages/storage'),
		'packages/storage/src/a.ts': "import './conformance/suite.ts';",
		'packages/storage/src/conformance/suite.ts': "import 'fast-check';",
	};
	only(tree(conformance), /brings code made for tests/);
});

test('the testkit looks no higher than the contracts', () => {
	assert.deepEqual(checkFloors(pair('testkit', 'storage', "import '@navette/storage';")), []);
	only(pair('testkit', 'engine', "import '@navette/engine';"), /from floor 3 to floor 4/);
});

test('effects come by argument below the roots', () => {
	const uses: Record<string, RegExp> = {
		'Date.now();': /Date\.now is ambient/,
		'globalThis.Date.now();': /Date\.now is ambient/,
		'new Date();': /new Date is ambient/,
		'Date();': /new Date is ambient/,
		'performance.now();': /performance\.now is ambient/,
		'Math.random();': /Math\.random is ambient/,
		'crypto.randomUUID();': /crypto\.randomUUID is ambient/,
		'globalThis.crypto.getRandomValues(new Uint8Array(1));': /getRandomValues is ambient/,
		'setTimeout(() => {}, 1);': /setTimeout is ambient/,
		'setInterval(() => {}, 1);': /setInterval is ambient/,
		'process.env.HOME;': /process\.env is ambient/,
		"console.log('a');": /console is ambient/,
	};
	for (const [source, expected] of Object.entries(uses)) {
		const found = ambient('packages/engine/src/a.ts', source);
		assert.equal(found.length, 1, source);
		assert.match(found[0] ?? '', expected);
		assert.deepEqual(ambient('packages/engine/src/a.test.ts', source), []);
		assert.deepEqual(ambient('apps/server/src/a.ts', source), []);
	}
	assert.deepEqual(
		ambient('packages/engine/src/a.ts', 'new Date(0); clock.now(); Date.UTC(1);'),
		[],
	);
	assert.deepEqual(ambient('packages/core/src/clock.ts', 'Date.now();'), []);
	assert.deepEqual(ambient('packages/notes/src/ui/a.ts', 'setTimeout(() => {}, 1);'), []);
});

test('no catch is empty', () => {
	const source = (body: string) => `export const a = () => { try { b(); } catch { ${body} } };`;
	const place = 'packages/engine/src/a.ts';
	assert.match(ambient(place, source('/* never mind */'))[0] ?? '', /a\.ts:1: an empty catch/);
	assert.deepEqual(ambient(place, source('return 1;')), []);
});

test('what runs in browsers names nothing that only Node has', () => {
	const source = 'Buffer.from([]);';
	assert.match(ambient('packages/crypto/src/a.ts', source)[0] ?? '', /Browsers have no Buffer/);
	assert.deepEqual(ambient('packages/engine/src/a.ts', source), []);
});

/** The tree breaks exactly one rule: without that rule this would find nothing. */
function only(broken: Tree, expected: RegExp): void {
	const found = checkFloors(broken);
	assert.equal(found.length, 1, found.join('\n'));
	assert.match(found[0] ?? '', expected);
}

/** `from` declares `to` and holds one file with the source. */
function pair(from: string, to: string, source: string): Tree {
	const place = from.startsWith('apps/') ? from : `packages/${from}`;
	return tree({
		...pkg(place, { [`@navette/${to}`]: '0.1.0' }),
		...pkg(`packages/${to}`),
		[`${place}/src/a.ts`]: source,
	});
}

function application(door: string, source: string): Tree {
	const doors = ['model', 'server', 'client', 'ui'];
	const exports = Object.fromEntries(doors.map((name) => [`./${name}`, `./src/${name}/b.ts`]));
	const manifest = JSON.stringify({ name: '@navette/notes', exports });
	return tree({
		'packages/notes/package.json': manifest,
		[`packages/notes/src/${door}/a.ts`]: source,
	});
}

function ambient(place: string, source: string): string[] {
	return checkAmbient(tree({ ...pkg(place.split('/').slice(0, 2).join('/')), [place]: source }));
}

function pkg(place: string, dependencies: Dependencies = {}, devDependencies: Dependencies = {}) {
	const name = `@navette/${place.split('/').at(-1)}`;
	const exports = { '.': './src/index.ts' };
	const manifest = { name, exports, dependencies, devDependencies };
	return { [`${place}/package.json`]: JSON.stringify(manifest) };
}

function tree(files: Record<string, string>): Tree {
	const shared = JSON.stringify({ name: 'navette', devDependencies: { 'fast-check': '4.10.2' } });
	return new Map(Object.entries({ 'package.json': shared, ...files }));
}
