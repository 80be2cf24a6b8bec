export { fileHistories } from './file-histories.ts';
export { fileInvariants, type OpenFileStores } from './files.ts';
export { engineInvariants } from './invariants.ts';
export { taskInvariants } from './tasks.ts';
