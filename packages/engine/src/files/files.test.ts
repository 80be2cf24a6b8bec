import { fileInvariants } from '../conformance/files.ts';
import { createShelves } from '../testing/shelf.ts';

fileInvariants('memory', async () => {
	const { store, blobs } = createShelves();
	return { store, blobs, destroy: async () => {} };
});
