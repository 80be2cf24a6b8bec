/**
 * `npm run verify`: everything that must hold before a change is handed in, one line per step.
 * `--without-tests` leaves the tests out, for who has just run them.
 */
import { spawnSync } from 'node:child_process';
import path from 'node:path';

type Step = {
	readonly name: string;
	readonly command: readonly string[];
	/** show what it says while it runs; else only when it fails */
	readonly isShown?: boolean;
};

const root = path.resolve(import.meta.dirname, '..');
const bin = (name: string) => path.join(root, 'node_modules', '.bin', name);
const script = (name: string) => [process.execPath, path.join(import.meta.dirname, name)];

const checks: readonly Step[] = [
	{
		name: 'format and lint',
		command: [
			bin('biome'),
			'ci',
			'--colors=off',
			'--max-diagnostics=30',
			'--error-on-warnings',
			'.',
		],
	},
	{ name: 'types', command: [bin('tsc'), '--noEmit', '-p', '.'] },
	{ name: 'floors', command: script('floors.ts') },
	{ name: 'dead code', command: [bin('knip'), '--no-progress', '--no-config-hints'] },
];
const tests: Step = { name: 'tests', command: script('test.ts'), isShown: true };
const steps = process.argv.includes('--without-tests') ? checks : [...checks, tests];

const failed = steps.filter((step) => !passes(step)).map(({ name }) => name);
const good = steps.length - failed.length;
process.stdout.write(`verify: ${good} of ${steps.length} steps passed`);
process.stdout.write(failed.length > 0 ? `; failed: ${failed.join(', ')}.\n` : '.\n');
process.exitCode = failed.length === 0 ? 0 : 1;

function passes({ name, command: [program = '', ...args], isShown = false }: Step): boolean {
	const started = performance.now();
	const stdio = isShown ? 'inherit' : 'pipe';
	const options = { cwd: root, encoding: 'utf8', maxBuffer: 1 << 28, stdio } as const;
	const done = spawnSync(program, args, options);
	const seconds = ((performance.now() - started) / 1000).toFixed(1);
	const isGood = done.status === 0;
	if (!isGood && !isShown)
		process.stdout.write(`${done.error?.message ?? ''}${done.stdout}${done.stderr}\n`);
	process.stdout.write(`${isGood ? '✔' : '✖'} ${name} (${seconds} s)\n`);
	return isGood;
}
