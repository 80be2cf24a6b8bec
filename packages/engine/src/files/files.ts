import type { FileDeps } from './at-store.ts';
import type { Files } from './contract.ts';
import { createPreload } from './preload.ts';
import { createPurgeBranch } from './purge-branch.ts';
import { createReaders } from './readers.ts';
import { createUploads } from './uploads.ts';

/** Puts together all that is done with contents. */
export const createFiles = (deps: FileDeps): Files => ({
	preload: createPreload(deps),
	...createUploads(deps),
	...createReaders(deps),
	purgeBranch: createPurgeBranch(deps),
	idle: deps.purger.idle,
});
