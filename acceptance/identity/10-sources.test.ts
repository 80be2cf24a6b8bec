/** Point 10: what can be read off the sources, the lockfile and the build, without running them. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import checked from './support/checked-patterns.json' with { type: 'json' };
import { secretComparisons } from './support/secret-comparisons.ts';
import { isPlainlyLinear, sourceFiles, sourcePatterns } from './support/source-patterns.ts';

const root = path.resolve(import.meta.dirname, '../..');
const text = (name: string): string => readFileSync(path.join(root, name), 'utf8');

test('10. every regular expression takes a time in proportion to its text: by its form, or checked by a tool', () => {
	const all = sourcePatterns(root);
	assert.ok(all.length > 100, `${all.length} found`);
	const unknown = all
		.filter((one) => !isPlainlyLinear(one))
		.filter(({ pattern, flags }) => !checked.patterns.includes(`/${pattern}/${flags}`))
		.map(
			({ pattern, files }) => `${pattern} in ${files.join(', ')}: run scripts/check-patterns.ts`,
		);
	assert.deepEqual(unknown, []);
	for (const pattern of [
		'^(a+)+$',
		'(a|a)*b',
		'\\s+$',
		'^[a-z]+[a-f]+$',
		'(?:a*)*',
		'^(a|b{1,}){2,}',
	])
		assert.equal(isPlainlyLinear({ pattern, flags: '' }), false, `control: ${pattern}`);
});

test('10. no pattern is made of what somebody wrote', () => {
	const made = sourceFiles(root).flatMap((file) =>
		[...text(file).matchAll(/(?:new )?RegExp\(([^\n]*)/g)].map(([, given]) => `${file}: ${given}`),
	);
	/* sizes of ours, one of three separators */
	const fixed = [
		/tables\/csv\.ts: $/,
		/packages\/crypto\/src\/safety-number\.ts: .*GROUP/,
		/: `\^\[A-Za-z0-9_-\]\{\$\{Math\.ceil/,
	];
	assert.deepEqual(
		made.filter((one) => !fixed.some((known) => known.test(one))),
		[],
	);
});

test('10. secrets are compared in a time that says nothing of where they differ', () => {
	const places =
		/^(apps\/(server|cli)|packages\/(server|crypto|site-keys|ledger|news|archive|directory\/src\/(server|client|model)))\//;
	const found = sourceFiles(root)
		.filter((file) => places.test(file))
		.flatMap((file) => secretComparisons(path.join(root, file)).map((one) => `${file}: ${one}`));
	/* of a record that anybody may read */
	const open = [
		'packages/directory/src/client/find-service.ts: now.signature !== before.signature',
	];
	assert.deepEqual(found, open);
	const bad = 'const a = (given) => given.token === known; if (hmacTag !== sent) throw 1;';
	assert.equal(secretComparisons('control.ts', bad).length, 2, 'control: two are found');
});

test('10. no statement of a database is put together from values', () => {
	const stores = /^packages\/(storage-|bus-postgres|local-store-sqlite)/;
	for (const file of sourceFiles(root).filter((name) => stores.test(name)))
		for (const [statement] of text(file).matchAll(/`[^`]*\b(?:WHERE|VALUES|SET)\b[^`]*`/g))
			assert.doesNotMatch(statement, /['"]\$\{/, `${file}: ${statement}`);
});

test('10. the screens draw text: nothing is made into markup or script', () => {
	for (const file of sourceFiles(root)) {
		const found =
			/dangerouslySetInnerHTML|\.(inner|outer)HTML\s*=|insertAdjacentHTML|document\.write|\beval\(|new Function\(/.exec(
				text(file),
			);
		assert.equal(found?.[0], undefined, file);
	}
});

/** Files of the build that a browser runs. */
const scripts = (): readonly (readonly [string, string])[] => {
	const dist = path.join(root, 'apps/web/dist');
	return readdirSync(dist, { recursive: true, encoding: 'utf8' })
		.filter((name) => name.endsWith('.js'))
		.map((name) => [name, readFileSync(path.join(dist, name), 'utf8')] as const);
};

const MADE_TO_RUN =
	/(?<![\w$.])(?:eval|Function)\(|\bnew Function\b|setTimeout\(\s*["'`]|\bimportScripts\(/;

test('10. nothing in the bundle makes script of text, nor names a place to load from', () => {
	const all = scripts();
	assert.ok(all.length > 20, 'control: the build is there');
	for (const [name, code] of all) {
		assert.equal(MADE_TO_RUN.exec(code)?.[0], undefined, name);
		for (const [load] of code.matchAll(
			/(?:import\(|fetch\(|new WebSocket\(|\.src=)\s*["'`](?:https?|wss?):[^"'`]*/g,
		))
			assert.fail(`${name}: ${load}`);
	}
	assert.match('x=eval("1")', MADE_TO_RUN, 'control');
	const page = text('apps/web/dist/index.html');
	assert.doesNotMatch(page, /https?:|<script>|<style|style=|\son[a-z]+=/);
});

/** Would run something of their own when installed: they are installed without it. */
const WOULD_RUN = ['node_modules/protobufjs'];

interface Locked {
	readonly version?: string;
	readonly link?: boolean;
	readonly integrity?: string;
	readonly resolved?: string;
	readonly hasInstallScript?: boolean;
}

test('10. what is installed is what was locked, by its digest; nothing of it runs when it is installed', () => {
	const { packages } = JSON.parse(text('package-lock.json')) as {
		packages: Record<string, Locked>;
	};
	const installed = Object.entries(packages).filter(
		([name, { link }]) => name.includes('node_modules/') && link !== true,
	);
	assert.ok(installed.length > 200);
	for (const [name, { integrity, hasInstallScript, resolved }] of installed) {
		assert.match(integrity ?? '', /^sha512-[A-Za-z0-9+/]{86}==$/, `${name} has its digest`);
		assert.equal(hasInstallScript === true, WOULD_RUN.includes(name), name);
		assert.equal(resolved, undefined, `${name} comes from the registry that is configured`);
	}
	assert.match(text('scripts/setup/packages.mjs'), /--ignore-scripts/);
});
