export { MUTANTS, type Mutant } from './mutants.ts';
export { runMutant, type Verdict } from './run-mutant.ts';
export { type Plan, replayCommand, type SimulationOutcome, simulate } from './simulate.ts';
export { type OpenStore, openMemory, openSqliteIn } from './stores.ts';
export type { WorldOutcome } from './world/run-world.ts';
