/**
 * `npm test`: unit, property and conformance tests first, then the acceptance tests of every issue,
 * one file at a time because each starts servers and browsers. Paths given after `--` keep only the
 * files below them: `npm test -- packages/core`.
 */
import path from 'node:path';
import { runTests } from './run-tests.ts';
import { findChromium } from './setup/chromium.mjs';
import { acceptanceIssues, filesBelow, isTest } from './test-files.ts';

const root = path.resolve(import.meta.dirname, '..');
const minutes = 60_000;

process.chdir(root);
const chromium = findChromium(process.env);
if (chromium !== undefined) process.env.CHROMIUM_PATH = chromium;

const asked = process.argv.slice(2).map((name) => path.relative(root, path.resolve(name)));
const isAsked = (name: string) =>
	asked.length === 0 || asked.some((prefix) => name === prefix || name.startsWith(`${prefix}/`));
const tests = (folders: readonly string[]) => filesBelow(root, folders, isTest).filter(isAsked);

const issues = acceptanceIssues(root).map((name) => `acceptance/${name}`);
const { success } = await runTests(
	[
		{ files: tests(['packages', 'apps', 'scripts']), concurrency: 2, budget: 15 * minutes },
		{ files: tests(issues), concurrency: 1, budget: 30 * minutes },
	],
	process.stdout,
);
process.exitCode = success ? 0 : 1;
