import { documentConformance } from './documents.ts';
import { durabilityConformance } from './durability.ts';
import { type OpenStore, storeTests } from './fixture.ts';
import { indexConformance } from './indexes.ts';
import { inventoryConformance } from './inventory.ts';
import { looseBlobConformance } from './loose-blobs.ts';
import { modelConformance } from './model.ts';
import { organisationConformance } from './organisations.ts';
import { purgeConformance } from './purge.ts';
import { removalConformance } from './removal.ts';
import { snapshotConformance } from './snapshots.ts';
import { threadConformance } from './threads.ts';
import { transactionConformance } from './transactions.ts';

export type { OpenBlobs, OpenedBlobs } from './blob-fixture.ts';
export { blobStoreConformance } from './blob-store.ts';
export type { OpenedStore, OpenStore } from './fixture.ts';
export { noticeBusConformance, type OpenBus, type OpenedBus } from './notice-bus.ts';
export {
	noticeNetworkConformance,
	type OpenedNetworkBus,
	type OpenNetworkBus,
} from './notice-network.ts';

/** How much is done of what a slow database takes long for; every property is proven at any size. */
export interface ConformanceSizes {
	/** Documents that one transaction writes at once. */
	readonly documents: number;
	/** Random histories. */
	readonly histories: number;
}

const SIZES: ConformanceSizes = { documents: 12_000, histories: 25 };

/**
 * Declares, with `node:test`, a test of every guarantee of `DocumentStore`. `open` gives a new empty
 * store each time. The suite holds for every provider, with no exception by name.
 */
export const documentStoreConformance = (
	name: string,
	open: OpenStore,
	{ documents, histories }: ConformanceSizes = SIZES,
): void => {
	const test = storeTests(name, open);
	transactionConformance(test);
	snapshotConformance(test);
	documentConformance(test);
	indexConformance(test);
	threadConformance(test, documents);
	purgeConformance(test);
	removalConformance(test);
	looseBlobConformance(test);
	inventoryConformance(test);
	organisationConformance(test);
	durabilityConformance(test, open);
	modelConformance(test, open, histories);
};
