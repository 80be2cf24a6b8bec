import { after } from 'node:test';
import { systemClock } from '@navette/core';
import { blobStoreConformance } from '@navette/storage/conformance';
import { createS3BlobStore } from './s3-blob-store.ts';
import { createBucket, startCeph } from './testing/index.ts';

const ceph = await startCeph();
after(() => ceph.stop());

blobStoreConformance('S3', async () => {
	const options = await createBucket(ceph);
	const store = createS3BlobStore(options);
	return {
		store,
		async reopen() {
			await store.close();
			return createS3BlobStore(options);
		},
		late: (seconds) =>
			createS3BlobStore({
				...options,
				clock: { now: () => systemClock.now() - seconds * 1_000 },
			}),
		destroy: () => store.close(),
	};
});
