import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';
import { type Library, playAll, setStage, TRIALS, type Trial } from '@navette/ledger/testing';
import { type Mutant, mutate } from './mutant.ts';

const index = new URL('../../../packages/ledger/src/index.ts', import.meta.url).href;
const MARK = '?mutant=';
const loading = new Map<string, Mutant>();

/** A mutant is a second copy of the package in this process: its modules carry a mark in their address. */
registerHooks({
	resolve(specifier, context, next) {
		const resolved = next(specifier, context);
		const mark = context.parentURL?.split(MARK)[1];
		const isOurs = resolved.url.includes('/packages/ledger/src/') && !resolved.url.includes(MARK);
		return mark && isOurs ? { ...resolved, url: `${resolved.url}${MARK}${mark}` } : resolved;
	},
	load(url, context, next) {
		const [file = '', mark] = url.split(MARK);
		if (mark === undefined) return next(url, context);
		const text = readFileSync(fileURLToPath(file), 'utf8');
		const mutant = loading.get(mark);
		const isIt = mutant !== undefined && file.endsWith(`/packages/${mutant.file}`);
		if (isIt) loading.delete(mark);
		const source = isIt ? mutate(text, mutant) : text;
		return { format: 'module-typescript', source, shortCircuit: true };
	},
});

const loadMutant = async (mutant: Mutant, mark: string): Promise<Library> => {
	loading.set(mark, mutant);
	const library: Library = await import(`${index}${MARK}${mark}`);
	if (loading.has(mark)) throw new Error(`${mutant.file} was not loaded`);
	return library;
};

const failure = async (trial: Trial, library: Library): Promise<string | undefined> => {
	try {
		await trial.run(library);
		return undefined;
	} catch {
		return trial.name;
	}
};

const stages = [1, 2, 3].map((seed) => setStage(seed));

/** What notices that the check is gone, a trial by hand or an adversary; `undefined` when nothing does. */
export const runLedgerMutant = async (
	mutant: Mutant,
	mark: string,
): Promise<string | undefined> => {
	const library = await loadMutant(mutant, mark);
	for (const trial of TRIALS) {
		const found = await failure(trial, library);
		if (found !== undefined) return found;
	}
	for (const stage of stages) {
		const { breaches } = await playAll(library, await stage);
		if (breaches[0] !== undefined) return breaches[0];
	}
	return undefined;
};
