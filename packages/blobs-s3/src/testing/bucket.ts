import { type Clock, systemClock, systemTimers } from '@navette/core';
import { AwsClient } from 'aws4fetch';
import type { S3BlobStoreOptions } from '../options.ts';
import type { Ceph } from './ceph.ts';

let buckets = 0;

/** Creates an empty bucket; answers how to reach it. */
export const createBucket = async (
	ceph: Ceph,
	clock: Clock = systemClock,
): Promise<S3BlobStoreOptions> => {
	const { endpoint, accessKeyId, secretAccessKey } = ceph;
	const bucket = `bucket-${process.pid}-${++buckets}`;
	const client = new AwsClient({ accessKeyId, secretAccessKey, service: 's3', region: 'default' });
	const answer = await client.fetch(`${endpoint}/${bucket}`, { method: 'PUT' });
	if (!answer.ok) throw new Error(`no bucket: ${answer.status} ${await answer.text()}`);
	return {
		endpoint,
		accessKeyId,
		secretAccessKey,
		bucket,
		region: 'default',
		clock,
		timers: systemTimers,
		segmentBytes: 5 * 2 ** 20,
	};
};
