import { fileHistories } from '../conformance/file-histories.ts';
import { fileInvariants, type OpenFileStores } from '../conformance/files.ts';
import { createShelves } from '../testing/shelf.ts';

const open: OpenFileStores = async () => {
	const { store, blobs } = createShelves();
	return { store, blobs, destroy: async () => {} };
};

fileInvariants('memory', open);
fileHistories('memory', open);
