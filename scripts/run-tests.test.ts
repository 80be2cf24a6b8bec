import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';

const made: string[] = [];
after(() => {
	for (const folder of made) rmSync(folder, { recursive: true });
});

test('what fails in any phase fails the whole, in one closing summary', () => {
	const root = tree({
		'packages/a/src/a.test.ts': body("test('good', () => {});"),
		'packages/b/src/b.test.ts': body("test('bad', () => { throw new Error('no'); });"),
		'acceptance/demo/c.test.ts': body("test('fine', () => {});"),
	});
	const { status, stdout } = start(root, 'test.ts');
	assert.equal(status, 1);
	assert.match(stdout, /ℹ tests 3\n.*ℹ pass 2\nℹ fail 1\n/s);
	assert.match(stdout, /\n2 passed, 1 failed\n$/);
	assert.equal(stdout.match(/ℹ tests/g)?.length, 1);
});

test('all green exits with 0, and paths keep only what is below them', () => {
	const root = tree({
		'packages/a/src/a.test.ts': body("test('good', () => {});"),
		'packages/ab/src/b.test.ts': body("test('bad', () => { throw new Error('no'); });"),
	});
	const { status, stdout } = start(root, 'test.ts', 'packages/a');
	assert.equal(status, 0);
	assert.match(stdout, /\n1 passed, 0 failed\n$/);
});

test('a file that cannot be loaded is a failure', () => {
	const root = tree({ 'apps/a/src/a.test.ts': "import './missing.ts';" });
	const { status, stdout } = start(root, 'test.ts');
	assert.equal(status, 1);
	assert.match(stdout, /0 passed, 1 failed\n$/);
});

test('no test at all is a failure', () => {
	assert.equal(start(tree({}), 'test.ts').status, 1);
});

test('a file that never ends is stopped and counted', () => {
	const root = tree({
		'slow.test.ts': body("test('ends', () => {}); setInterval(() => {}, 1000);"),
		'scripts/drive.ts':
			"import { runTests } from './run-tests.ts';\n" +
			"const phase = { files: ['slow.test.ts'], concurrency: 1, budget: 1500 };\n" +
			'process.exitCode = (await runTests([phase], process.stdout)).success ? 0 : 1;\n',
	});
	const { status, stdout } = start(root, 'drive.ts');
	assert.equal(status, 1);
	assert.match(stdout, /passed, 1 failed\n$/);
});

test('what fails beside others and passes alone is named; what fails twice fails the whole', () => {
	const once =
		"import { existsSync, writeFileSync } from 'node:fs';\n" +
		"test('once', () => { if (existsSync('tried')) return; writeFileSync('tried', ''); throw new Error('starved'); });";
	const good = body("test('good', () => {});");
	const unsteady = start(
		tree({ 'packages/a/src/a.test.ts': body(once), 'packages/b/src/b.test.ts': good }),
		'test.ts',
	);
	assert.equal(unsteady.status, 0);
	assert.match(
		unsteady.stdout,
		/✖ once \(packages\/a\/src\/a\.test\.ts\), beside other files:\n.*starved/,
	);
	assert.match(unsteady.stdout, /ℹ tests 2\n.*ℹ pass 2\nℹ fail 0\n/s);
	assert.match(
		unsteady.stdout,
		/\nunsteady, passed alone only: packages\/a\/src\/a\.test\.ts\n2 passed, 0 failed\n$/,
	);
	const always = body("test('bad', () => { throw new Error('no'); });");
	const broken = start(
		tree({ 'packages/a/src/a.test.ts': always, 'packages/b/src/b.test.ts': good }),
		'test.ts',
	);
	assert.equal(broken.status, 1);
	assert.match(broken.stdout, /failing tests.*bad.*ℹ tests 2\n/s);
	assert.match(broken.stdout, /\n1 passed, 1 failed\n$/);
});

test('when more than three files fail none is tried again, and each failure is told', () => {
	const files = ['a', 'b', 'c', 'd'].map((name): [string, string] => [
		`packages/${name}/src/${name}.test.ts`,
		body(`test('bad ${name}', () => { throw new Error('no'); });`),
	]);
	const { status, stdout } = start(tree(Object.fromEntries(files)), 'test.ts');
	assert.equal(status, 1);
	assert.match(stdout, /✖ bad a .*✖ bad d .*failed: packages\/d/s);
	assert.match(stdout, /\n0 passed, 4 failed\n$/);
});

test('accept runs one issue and names the known ones when asked for another', () => {
	const root = tree({
		'acceptance/demo/c.test.ts': body("test('fine', () => {});"),
		'acceptance/other/c.test.ts': body("test('bad', () => { throw new Error('no'); });"),
	});
	assert.equal(start(root, 'accept.ts', 'demo').status, 0);
	const unknown = start(root, 'accept.ts', 'nope');
	assert.equal(unknown.status, 2);
	assert.match(unknown.stderr, /no issue "nope". Known: demo, other\./);
});

test('accept refuses skipped and postponed tests', () => {
	for (const unproven of ["test.skip('later', () => {});", "test.todo('later');"]) {
		const source = body(`test('fine', () => {}); ${unproven}`);
		const { status, stderr } = start(
			tree({ 'acceptance/demo/c.test.ts': source }),
			'accept.ts',
			'demo',
		);
		assert.equal(status, 1);
		assert.match(stderr, /an acceptance test must run/);
	}
});

function body(tests: string): string {
	return `import { test } from 'node:test';\n${tests}\n`;
}

function tree(files: Record<string, string>): string {
	const root = mkdtempSync(path.join(os.tmpdir(), 'navette-tests-'));
	made.push(root);
	cpSync(import.meta.dirname, path.join(root, 'scripts'), {
		recursive: true,
		filter: (name) => !name.endsWith('.test.ts'),
	});
	for (const [name, text] of Object.entries({ 'package.json': '{"type":"module"}', ...files })) {
		mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
		writeFileSync(path.join(root, name), text);
	}
	return root;
}

function start(root: string, script: string, ...args: string[]) {
	// Without this the runner believes it is a test of ours and runs nothing.
	const { NODE_TEST_CONTEXT: _, ...env } = process.env;
	const file = path.join(root, 'scripts', script);
	return spawnSync(process.execPath, [file, ...args], { cwd: root, env, encoding: 'utf8' });
}
