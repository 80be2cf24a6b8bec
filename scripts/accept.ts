/**
 * `npm run accept -- <issue>`: the acceptance tests of one issue. A skipped or postponed test proves
 * nothing, so it counts as a failure here.
 */
import path from 'node:path';
import { runTests } from './run-tests.ts';
import { testEnvironment } from './test-env.ts';
import { acceptanceIssues, filesBelow, isTest } from './test-files.ts';

const root = path.resolve(import.meta.dirname, '..');
const issues = acceptanceIssues(root);
const [issue, ...rest] = process.argv.slice(2);

process.chdir(root);
if (issue === undefined || rest.length > 0 || !issues.includes(issue)) {
	const asked = issue === undefined ? 'No issue was named' : `There is no issue "${issue}"`;
	process.stderr.write(`${asked}. Known: ${issues.join(', ') || 'none yet'}.\n`);
	process.exitCode = 2;
} else {
	Object.assign(process.env, testEnvironment(root, process.env));
	const files = filesBelow(root, [`acceptance/${issue}`], isTest);
	const outcome = await runTests([{ files, concurrency: 1, budget: 1_500_000 }], process.stdout);
	if (files.length === 0) process.stderr.write(`acceptance/${issue} holds no test.\n`);
	if (outcome.unproven > 0) {
		process.stderr.write(`${outcome.unproven} skipped or todo: an acceptance test must run.\n`);
	}
	process.exitCode = outcome.success && outcome.unproven === 0 ? 0 : 1;
}
