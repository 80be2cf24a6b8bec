import { type DoDeps, type DoOutcome, doTask } from './do-task.ts';
import { placesOf, recurringIn } from './recurring.ts';

/** What was done by one look at everything. */
export interface RunReport {
	readonly done: number;
	readonly failed: number;
}

/** Tasks done side by side. */
const ABREAST = 32;

const runAll = async (
	deps: DoDeps,
	org: string,
	ids: readonly string[],
	stop: AbortSignal,
): Promise<readonly DoOutcome[]> => {
	const outcomes: DoOutcome[] = [];
	for (let at = 0; at < ids.length && !stop.aborted; at += ABREAST) {
		const some = ids.slice(at, at + ABREAST).map((id) => doTask(deps, org, id, stop));
		for (const outcome of await Promise.all(some)) if (outcome) outcomes.push(outcome);
	}
	return outcomes;
};

/** Does everything that is due, in every organisation or in one, until nothing is or `stop` fires. */
export const runDue = async (
	deps: DoDeps,
	only: string | undefined,
	stop: AbortSignal,
	heard: (org: string, outcome: DoOutcome) => void,
): Promise<RunReport> => {
	let done = 0;
	let failed = 0;
	for (const org of only === undefined ? await placesOf(deps) : [only]) {
		await deps.engine.tasks.ensure(org, recurringIn(deps, org));
		for (let begun = 1; begun > 0 && !stop.aborted; ) {
			const { ids } = await deps.engine.tasks.due(org, 1_000);
			const outcomes = await runAll(deps, org, ids, stop);
			for (const outcome of outcomes) heard(org, outcome);
			begun = outcomes.length;
			const good = outcomes.filter(({ outcome }) => outcome === 'ok').length;
			done += good;
			failed += begun - good;
		}
	}
	return { done, failed };
};
