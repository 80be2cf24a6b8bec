export { CHEAP_STRETCH } from '@navette/crypto/testing';
export { type FuzzOutcome, type FuzzPlan, type FuzzTarget, fuzz } from './coverage-fuzz.ts';
export { createSeededRandom } from './seeded-random.ts';
export { createTestClock, type TestClock } from './test-clock.ts';
export { createTestTimers, type TestTimers } from './test-timers.ts';
