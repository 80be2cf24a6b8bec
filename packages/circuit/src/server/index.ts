export { circuitApplication } from './application.ts';
export { type Difference, selfCheck, selfCheckDirectories } from './self-check.ts';
