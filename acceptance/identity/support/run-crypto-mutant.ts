import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Mutant } from './mutant.ts';

const hook = fileURLToPath(new URL('./mutant-hook.ts', import.meta.url));
const root = fileURLToPath(new URL('../../../', import.meta.url));
const LIMIT = 180_000;

/**
 * The test that failed in a process where the check is gone; `undefined` when none did. The process
 * ends with the first failure: the others would say it again.
 */
export const runCryptoMutant = (mutant: Mutant): Promise<string | undefined> => {
	const { NODE_TEST_CONTEXT: _, ...inherited } = process.env;
	const env = { ...inherited, MUTANT: JSON.stringify(mutant), NONCES: '500' };
	const tests = (mutant.tests ?? []).map((name) => `packages/${name}`);
	const given = ['--import', hook, '--test', '--test-isolation=none', '--test-reporter=spec'];
	const child = spawn(process.execPath, [...given, ...tests], { cwd: root, env, timeout: LIMIT });
	return new Promise((resolve, reject) => {
		let said = '';
		child.stdout.on('data', (chunk: Buffer) => {
			said += chunk.toString();
			const failed = /✖ ([^\n]*)\n/.exec(said)?.[1];
			if (failed === undefined) return;
			/* a source that was not read with its check removed proves nothing, whatever failed */
			child.kill();
			resolve(said.includes('mutated: ') ? failed : undefined);
		});
		child.on('error', reject);
		child.on('close', () => resolve(undefined));
	});
};
