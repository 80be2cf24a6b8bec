import { createDice } from './dice.ts';
import type { OpenStore } from './stores.ts';
import { runWorld, type WorldOutcome } from './world/run-world.ts';

/** What is asked of a simulation. */
export interface Plan {
	/** Seed of the first world; the next ones have the numbers that follow. */
	readonly seed: number;
	/** Events at least, over all worlds. */
	readonly steps: number;
	readonly devices: number;
	readonly servers: number;
	readonly busLoss: number;
	readonly sqlite: boolean;
}

/** What was done so far. */
export interface Progress {
	readonly worlds: number;
	readonly steps: number;
	readonly commits: number;
}

export interface SimulationOutcome extends Progress {
	/** The world in which something does not hold. */
	readonly failed: WorldOutcome | undefined;
}

/** Steps of a world before it heals: short worlds, and now and then a long one. */
const lengthOf = (seed: number): number => {
	const dice = createDice(seed ^ 0x5eed);
	return dice.chance(0.1) ? dice.between(5_000, 15_000) : dice.between(300, 3_000);
};

/** Runs worlds until the steps asked have happened, or until one fails. */
export const simulate = async (
	plan: Plan,
	openStore: OpenStore,
	progress: (done: Progress) => void = () => {},
): Promise<SimulationOutcome> => {
	let done: Progress = { worlds: 0, steps: 0, commits: 0 };
	for (let seed = plan.seed; done.steps < plan.steps; seed++) {
		const store = await openStore(seed);
		const { devices, servers, busLoss } = plan;
		const options = { seed, devices, servers, busLoss, store };
		const outcome = await runWorld(options, lengthOf(seed));
		done = {
			worlds: done.worlds + 1,
			steps: done.steps + outcome.steps,
			commits: done.commits + outcome.commits,
		};
		if (outcome.failure !== undefined) return { ...done, failed: outcome };
		await store.close();
		progress(done);
	}
	return { ...done, failed: undefined };
};

/** The command that makes a failed world happen again. */
export const replayCommand = (plan: Plan, failed: WorldOutcome): string =>
	[
		`npm run sim -- --seed ${failed.seed} --steps 1`,
		`--devices ${plan.devices} --servers ${plan.servers}`,
		...(plan.busLoss > 0 ? [`--bus-loss ${plan.busLoss}`] : []),
		...(plan.sqlite ? ['--sqlite'] : []),
	].join(' ');
