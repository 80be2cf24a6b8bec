export { type Attack, type Stage, UNMOUNTED } from './attack.ts';
export { createCast, TENANT } from './cast.ts';
export { createDice, type Dice } from './dice.ts';
export { createHistory, type History, nowOf } from './history.ts';
export { ATTACKS, playAll, setStage } from './stage.ts';
export { TRIALS } from './trials/index.ts';
export type { Trial } from './trials/trial.ts';
export type { Library } from './victim.ts';
