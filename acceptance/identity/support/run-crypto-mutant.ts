import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Mutant } from './mutant.ts';

const hook = new URL('./mutant-hook.ts', import.meta.url).href;
const root = fileURLToPath(new URL('../../../', import.meta.url));
const LIMIT = 180_000;

/**
 * The test that failed in a process where the check is gone; `undefined` when none did. The process
 * ends with the first failure: the others would say it again.
 */
export const runCryptoMutant = (mutant: Mutant): Promise<string | undefined> => {
	const { NODE_TEST_CONTEXT: _, ...inherited } = process.env;
	/* by the environment: the processes that a test starts read the source so too */
	const loaded = { NODE_OPTIONS: `--import ${hook}`, MUTANT: JSON.stringify(mutant) };
	const env = { ...inherited, ...loaded, NONCES: '500' };
	const tests = (mutant.tests ?? []).map((name) => `packages/${name}`);
	const given = ['--test', '--test-isolation=none', '--test-reporter=spec'];
	const named = mutant.only === undefined ? [] : [`--test-name-pattern=${mutant.only}`];
	const child = spawn(process.execPath, [...given, ...named, ...tests], {
		cwd: root,
		env,
		timeout: LIMIT,
	});
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
