export { engineInvariants } from './invariants.ts';
