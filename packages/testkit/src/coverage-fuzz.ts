import { type Profiler, Session } from 'node:inspector';
import type { Random } from '@navette/core';

/** What is fuzzed: must neither throw nor answer wrongly, whatever the bytes. Throws to report. */
export type FuzzTarget = (bytes: Uint8Array) => void;

export interface FuzzPlan {
	readonly target: FuzzTarget;
	/** Inputs to begin with: a few honest ones. */
	readonly seeds: readonly Uint8Array[];
	/** Ends of the addresses of the modules whose branches guide the search. */
	readonly modules: readonly string[];
	readonly ms: number;
	/** A stopwatch, in milliseconds. */
	readonly time: () => number;
	readonly random: Random;
}

/** What a search came to. */
export interface FuzzOutcome {
	readonly runs: number;
	/** Inputs that reached a branch that none before them reached. */
	readonly corpus: number;
	/** Branches reached. */
	readonly blocks: number;
}

const BATCH = 200;
const MAX_LENGTH = 4_096;

/** Counts of branches since the last call, by the debugger of V8. */
const watchBranches = (modules: readonly string[]) => {
	const session = new Session();
	session.connect();
	session.post('Profiler.enable');
	session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
	const reached = (): string[] => {
		let found: readonly Profiler.ScriptCoverage[] = [];
		session.post('Profiler.takePreciseCoverage', (_error, answer) => {
			found = answer.result;
		});
		return found
			.filter(({ url }) => modules.some((end) => url.endsWith(end)))
			.flatMap(({ url, functions }) =>
				functions.flatMap(({ ranges }) =>
					ranges
						.filter(({ count }) => count > 0)
						.map(({ startOffset, endOffset }) => `${url}:${startOffset}-${endOffset}`),
				),
			);
	};
	return { reached, stop: () => session.disconnect() };
};

const mutated = (corpus: readonly Uint8Array[], random: Random): Uint8Array => {
	const draw = (limit: number): number => {
		const [high = 0, low = 0] = random.bytes(2);
		return limit === 0 ? 0 : (high * 256 + low) % limit;
	};
	let bytes = corpus[draw(corpus.length)] ?? new Uint8Array(0);
	for (let left = 1 + draw(4); left > 0; left--) {
		const at = draw(bytes.length + 1);
		const other = corpus[draw(corpus.length)] ?? new Uint8Array(0);
		const splice = (drop: number, add: Uint8Array): Uint8Array =>
			Uint8Array.from([...bytes.subarray(0, at), ...add, ...bytes.subarray(at + drop)]);
		const kind = draw(6);
		if (kind === 0) bytes = splice(1, random.bytes(1));
		else if (kind === 1) bytes = splice(1, Uint8Array.of((bytes[at] ?? 0) ^ (1 << draw(8))));
		else if (kind === 2) bytes = splice(0, random.bytes(1 + draw(8)));
		else if (kind === 3) bytes = splice(1 + draw(8), new Uint8Array(0));
		else if (kind === 4) bytes = splice(draw(4), other.subarray(0, draw(64)));
		else bytes = splice(1, Uint8Array.of([0, 23, 24, 25, 27, 127, 128, 255][draw(8)] ?? 0));
	}
	return bytes.subarray(0, MAX_LENGTH);
};

/**
 * Searches for bytes that break a target, keeping what reaches new branches (as libFuzzer does, with
 * V8's own coverage). The first failure is thrown with its bytes in hexadecimal.
 */
export const fuzz = (plan: FuzzPlan): FuzzOutcome => {
	const { target, random, time } = plan;
	const branches = watchBranches(plan.modules);
	const corpus = [...plan.seeds];
	const blocks = new Set<string>();
	const isNew = (): boolean => {
		const before = blocks.size;
		for (const block of branches.reached()) blocks.add(block);
		return blocks.size > before;
	};
	const run = (bytes: Uint8Array): void => {
		try {
			target(bytes);
		} catch (error) {
			throw new Error(`bytes ${Buffer.from(bytes).toString('hex')}`, { cause: error });
		}
	};
	let runs = 0;
	try {
		for (const seed of plan.seeds) run(seed);
		isNew();
		const end = time() + plan.ms;
		while (time() < end) {
			const batch = Array.from({ length: BATCH }, () => mutated(corpus, random));
			for (const bytes of batch) run(bytes);
			runs += batch.length;
			if (isNew()) keepWhatIsNew(batch, run, branches.reached, corpus);
		}
	} finally {
		branches.stop();
	}
	return { runs, corpus: corpus.length, blocks: blocks.size };
};

/** Of a batch that reached something new, the inputs that reach what those before them did not. */
const keepWhatIsNew = (
	batch: readonly Uint8Array[],
	run: (bytes: Uint8Array) => void,
	reached: () => string[],
	corpus: Uint8Array[],
): void => {
	const seen = new Set<string>();
	for (const bytes of batch) {
		const before = seen.size;
		run(bytes);
		for (const block of reached()) seen.add(block);
		if (seen.size > before && corpus.length < 2_000) corpus.push(bytes);
	}
};
