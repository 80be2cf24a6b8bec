export { runWorld, type WorldOutcome } from './world/run-world.ts';
export type { WorldOptions } from './world/world.ts';
