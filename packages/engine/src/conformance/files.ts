import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { BlobStore, DocumentStore } from '@navette/storage';
import { createFaults } from '../testing/faults.ts';
import { createShelves, ORG, openShelf, type Shelf } from '../testing/shelf.ts';
import { checkFiles, checkFilesAfterADay } from './file-checks.ts';
import { FILE_STEPS, namesOfBox } from './file-steps.ts';

/** Stores under test, new and empty each time. */
export type OpenFileStores = () => Promise<{
	readonly store: DocumentStore;
	readonly blobs: BlobStore;
	/** Fails unless nothing is kept but contents that can be listed: no rest of an upload. */
	readonly checkRests?: () => Promise<void>;
	readonly destroy: () => Promise<void>;
}>;

/** Runs the steps until all are done or the process dies; answers how many were acknowledged. */
const runSteps = async (shelf: Shelf, isDead: () => boolean): Promise<number> => {
	for (const [at, step] of FILE_STEPS.entries()) {
		const acknowledged = await step.run(shelf).catch(() => false);
		if (!acknowledged) {
			assert.ok(isDead(), `step ${at} is refused only when the process dies`);
			return at;
		}
	}
	return FILE_STEPS.length;
};

/** Kills at the nth step of the stores, starts again, checks; answers whether it lived to the end. */
const runKilled = async (killAt: number, open: OpenFileStores): Promise<boolean> => {
	const opened = await open();
	const shelves = { ...createShelves(), store: opened.store, blobs: opened.blobs };
	try {
		const first = openShelf(shelves);
		await first.engine.putOrganisation(ORG, 'open', { label: ORG, clockOffset: 0 });
		const faults = createFaults(shelves, killAt);
		const mortal = openShelf({ ...shelves, store: faults.store, blobs: faults.blobs });
		const done = await runSteps(mortal, faults.isDead);
		await mortal.files.idle();
		const died = faults.isDead();
		const after = openShelf(shelves);
		await checkFiles(after);
		const names = await namesOfBox(after);
		const before = done === 0 ? [] : (FILE_STEPS[done - 1]?.names ?? []);
		const next = died ? [before, FILE_STEPS[done]?.names ?? before] : [before];
		assert.ok(
			next.some((expected) => JSON.stringify(expected) === JSON.stringify(names)),
			`after ${done} acknowledged steps the box names ${names}`,
		);
		await checkFilesAfterADay({ ...after, clock: shelves.clock });
		await opened.checkRests?.();
		return !died;
	} finally {
		await opened.destroy();
	}
};

/**
 * Invariant 6 and its counterpart, at every step of the protocol: the process is killed at the nth call
 * to its stores, for every n; what is found then, and a day later, is checked.
 */
export const fileInvariants = (name: string, open: OpenFileStores, stride = 1): void => {
	test(`${name}: a kill at any step of the protocol of files leaves invariant 6 true`, async (t) => {
		let killed = 0;
		for (let killAt = 1; ; killAt += stride) {
			try {
				if (await runKilled(killAt, open)) break;
			} catch (error) {
				throw new Error(`killed at step ${killAt}`, { cause: error });
			}
			killed++;
		}
		t.diagnostic(`killed at ${killed} steps, each ${stride} apart`);
		assert.ok(killed * stride > 60, 'the protocol has many steps');
	});
};
