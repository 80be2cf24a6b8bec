import { blobStoreConformance } from '../conformance/index.ts';
import { createMemoryBlobStore } from './memory-blob-store.ts';

blobStoreConformance('memory', async () => {
	const store = createMemoryBlobStore({ segmentBytes: 1_000 });
	return { store, destroy: () => store.close() };
});
