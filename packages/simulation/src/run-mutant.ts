import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Mutant } from './mutants.ts';

/** What the simulation of a mutant came to. */
export interface Verdict {
	readonly steps: number;
	/** Seed of the world that noticed, absent when none did. */
	readonly seed?: number;
	/** What did not hold. */
	readonly why?: string;
}

const run = promisify(execFile);

/** Simulates a mutant in a process of its own. */
export const runMutant = async (mutant: Mutant, seed: number, steps: number): Promise<Verdict> => {
	const script = fileURLToPath(new URL('./mutant-process.ts', import.meta.url));
	const given = [script, mutant.name, String(seed), String(steps)];
	const { stdout } = await run(process.execPath, given, { maxBuffer: 1 << 24 });
	return JSON.parse(stdout) as Verdict;
};
