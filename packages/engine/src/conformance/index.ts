export { letterOfShape } from '../testing/letter.ts';
export { fileHistories } from './file-histories.ts';
export { fileInvariants, type OpenFileStores } from './files.ts';
export { engineInvariants } from './invariants.ts';
export { keepShape, type ShapeFixture, shapeFaults } from './shapes.ts';
export { taskInvariants } from './tasks.ts';
