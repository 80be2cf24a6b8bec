export type { Brand } from './brand.ts';
export * from './bytes.ts';
export { type Clock, systemClock } from './clock.ts';
export { addDays, type Day, dayOf, parseDay, startOfDay } from './day.ts';
export { type Failure, type FailureDetail, failure } from './failure.ts';
export { type Log, type LogFields, silentLog } from './log.ts';
export { type Random, systemRandom } from './random.ts';
export { err, ok, type Result } from './result.ts';
export { systemTimers, type Timers } from './timers.ts';
