import { blobContentConformance } from './blob-contents.ts';
import { blobTests, type OpenBlobs } from './blob-fixture.ts';
import { blobSigningConformance } from './blob-signing.ts';
import { blobUploadConformance } from './blob-uploads.ts';

/**
 * Declares, with `node:test`, a test of every guarantee of `BlobStore`. `open` gives a new empty store
 * each time. The suite holds for every provider, with no exception by name.
 */
export const blobStoreConformance = (name: string, open: OpenBlobs): void => {
	const test = blobTests(name, open);
	blobContentConformance(test);
	blobUploadConformance(test);
	blobSigningConformance(test);
};
