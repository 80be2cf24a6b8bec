import { createSeededRandom } from '@navette/testkit';
import { documentStoreConformance } from '../conformance/index.ts';
import { createMemoryDocumentStore } from './memory-document-store.ts';

const random = createSeededRandom(1);

documentStoreConformance('memory', async () => {
	const store = createMemoryDocumentStore({ random });
	return { store, destroy: () => store.close() };
});
