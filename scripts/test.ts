/**
 * `npm test`: unit, property and conformance tests first, then the acceptance tests of every issue,
 * one file more than there are cores, since a browser test also waits; those that measure time come
 * last, alone. Paths given after `--` keep only the files below them: `npm test -- packages/core`.
 */
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { runTests } from './run-tests.ts';
import { testEnvironment } from './test-env.ts';
import { acceptanceIssues, filesBelow, isTest, measuresTime } from './test-files.ts';

const root = path.resolve(import.meta.dirname, '..');
const minutes = 60_000;
const concurrency = availableParallelism() + 1;

process.chdir(root);
Object.assign(process.env, testEnvironment(root, process.env));

const asked = process.argv.slice(2).map((name) => path.relative(root, path.resolve(name)));
const isAsked = (name: string) =>
	asked.length === 0 || asked.some((prefix) => name === prefix || name.startsWith(`${prefix}/`));
const tests = (folders: readonly string[]) => filesBelow(root, folders, isTest).filter(isAsked);

const issues = acceptanceIssues(root).map((name) => `acceptance/${name}`);
const acceptance = tests(issues);
const alone = acceptance.filter(measuresTime);
const together = acceptance.filter((name) => !measuresTime(name));
const { success } = await runTests(
	[
		{ files: tests(['packages', 'apps', 'scripts']), concurrency, budget: 15 * minutes },
		{ files: together, concurrency, budget: 45 * minutes },
		{ files: alone, concurrency: 1, budget: 15 * minutes },
	],
	process.stdout,
);
process.exitCode = success ? 0 : 1;
