export { createSeededRandom } from './seeded-random.ts';
export { createTestClock, type TestClock } from './test-clock.ts';
