import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Mutant } from './mutant.ts';

const hook = fileURLToPath(new URL('./mutant-hook.ts', import.meta.url));
const root = fileURLToPath(new URL('../../../', import.meta.url));

/** The test that failed in a process where the check is gone; `undefined` when none did. */
export const runCryptoMutant = (mutant: Mutant): Promise<string | undefined> => {
	const { NODE_TEST_CONTEXT: _, ...inherited } = process.env;
	const env = { ...inherited, MUTANT: JSON.stringify(mutant), NONCES: '500' };
	const tests = (mutant.tests ?? []).map((name) => `packages/${name}`);
	const given = ['--import', hook, '--test', '--test-isolation=none', ...tests];
	return new Promise((resolve) => {
		execFile(process.execPath, given, { cwd: root, env, timeout: 180_000 }, (_error, stdout) => {
			const failed = /✖ ([^\n]*)/.exec(stdout)?.[1];
			resolve(stdout.includes('was not loaded') ? undefined : failed);
		});
	});
};
