import {
	type BlobPath,
	type BlobSigner,
	type BlobStore,
	blobPathParts,
	StorageFault,
} from '@navette/storage';
import { listKeys } from './listing.ts';
import { createMultipart } from './multipart.ts';
import type { S3BlobStoreOptions } from './options.ts';
import { createRequests, type Requests } from './requests.ts';

export type { S3BlobStoreOptions } from './options.ts';

const createSigner = (
	requests: Requests,
	createOnly: Readonly<Record<string, string>>,
	check: (path: BlobPath) => void,
): BlobSigner => ({
	async put(path, { size, digest }, seconds) {
		check(path);
		const shown = { ...createOnly, 'x-amz-content-sha256': digest };
		const headers = { ...shown, 'content-length': String(size) };
		const url = await requests.presign({ method: 'PUT', key: path, headers }, seconds);
		return { method: 'PUT', url, headers: shown };
	},
	async get(path, { type, disposition }, seconds) {
		check(path);
		const query = { 'response-content-type': type, 'response-content-disposition': disposition };
		const url = await requests.presign({ method: 'GET', key: path, query }, seconds);
		return { method: 'GET', url, headers: {} };
	},
});

/**
 * Contents in a bucket that exists, by the S3 protocol (AWS, Ceph, MinIO, Garage; Google Cloud Storage
 * through its XML interface with HMAC keys). Each content is one object, whose key is its path.
 */
export const createS3BlobStore = (options: S3BlobStoreOptions): BlobStore => {
	const requests = createRequests(options);
	let isClosed = false;
	const checkOpen = (): void => {
		if (isClosed) throw new StorageFault('closed', 'the store is closed');
	};
	const check = (path: BlobPath): void => {
		checkOpen();
		blobPathParts(path);
	};
	const sizeOf = async (path: BlobPath): Promise<number | undefined> => {
		const answer = await requests.send({ method: 'HEAD', key: path, admits: [404] });
		return answer.ok ? Number(answer.headers.get('content-length')) : undefined;
	};
	const multipart = createMultipart(requests, async (path) => (await sizeOf(path)) !== undefined);

	return {
		segmentBytes: options.segmentBytes ?? 8 * 2 ** 20,
		async put(path, content, size) {
			check(path);
			const answer = await requests.upload({ method: 'PUT', key: path }, content, size);
			await answer.body?.cancel();
		},
		async openUpload(path, size) {
			check(path);
			return multipart.openUpload(path, size);
		},
		async putSegment(path, upload, number, content, size) {
			check(path);
			return multipart.putSegment(path, upload, number, content, size);
		},
		async closeUpload(path, upload, marks) {
			check(path);
			await multipart.closeUpload(path, upload, marks);
		},
		async stat(path) {
			check(path);
			return sizeOf(path);
		},
		async read(path, range) {
			check(path);
			if (range && range.start >= range.end)
				return (await sizeOf(path)) === undefined ? undefined : nothing();
			const headers = range ? { range: `bytes=${range.start}-${range.end - 1}` } : {};
			const answer = await requests.send({ method: 'GET', key: path, headers, admits: [404] });
			if (answer.ok) return answer.body ? answer.body.values() : nothing();
			await answer.body?.cancel();
			return undefined;
		},
		async remove(path) {
			check(path);
			await multipart.cancelUploads(path);
			await requests.send({ method: 'DELETE', key: path, admits: [404] });
		},
		async *list(org, branch) {
			checkOpen();
			const prefixes =
				branch === undefined ? [`${org}/`] : [`${org}/${branch}/`, `${org}/${branch}.`];
			for (const prefix of prefixes) yield* listKeys(requests, prefix);
		},
		sign: createSigner(requests, options.createOnly ?? { 'if-none-match': '*' }, check),
		async close() {
			isClosed = true;
		},
	};
};

async function* nothing(): AsyncGenerator<Uint8Array> {}
