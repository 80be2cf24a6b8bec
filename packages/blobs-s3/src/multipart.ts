import { type BlobPath, type BlobStore, StorageFault } from '@navette/storage';
import type { Requests } from './requests.ts';
import { elementsOf, escapeXml, textOf } from './xml.ts';

type Uploads = Pick<BlobStore, 'openUpload' | 'putSegment' | 'closeUpload'> & {
	/** Ends every unfinished upload of a path. */
	cancelUploads(path: BlobPath): Promise<void>;
};

/** Uploads in segments: the parts of multipart uploads. */
export const createMultipart = (
	requests: Requests,
	exists: (path: BlobPath) => Promise<boolean>,
): Uploads => {
	const uploadsOf = async (path: BlobPath): Promise<readonly string[]> => {
		const query = { uploads: '', prefix: path };
		const listed = await (await requests.send({ method: 'GET', query })).text();
		return elementsOf(listed, 'Upload')
			.filter((upload) => textOf(upload, 'Key') === path)
			.map((upload) => textOf(upload, 'UploadId') ?? '');
	};
	return {
		async openUpload(path) {
			const answer = await requests.send({ method: 'POST', key: path, query: { uploads: '' } });
			const upload = textOf(await answer.text(), 'UploadId');
			if (!upload) throw new StorageFault('io', 'the store names no upload');
			return upload;
		},
		async putSegment(path, upload, number, content, size) {
			const query = { partNumber: String(number), uploadId: upload };
			const answer = await requests.upload({ method: 'PUT', key: path, query }, content, size);
			await answer.body?.cancel();
			const mark = answer.headers.get('etag');
			if (!mark) throw new StorageFault('io', 'the store gives no mark of a segment');
			return mark;
		},
		async closeUpload(path, upload, marks) {
			const parts = marks.map(
				(mark, at) =>
					`<Part><PartNumber>${at + 1}</PartNumber><ETag>${escapeXml(mark)}</ETag></Part>`,
			);
			const text = `<CompleteMultipartUpload>${parts.join('')}</CompleteMultipartUpload>`;
			const answer = await requests.send({
				method: 'POST',
				key: path,
				query: { uploadId: upload },
				headers: { 'content-type': 'application/xml' },
				text,
				admits: [404],
			});
			const body = await answer.text();
			const isClosed = answer.ok && textOf(body, 'Code') === undefined;
			if (isClosed || (answer.status === 404 && (await exists(path)))) return;
			throw new StorageFault('io', `the store closes no upload: ${textOf(body, 'Code') ?? ''}`);
		},
		async cancelUploads(path) {
			for (const upload of await uploadsOf(path)) {
				const query = { uploadId: upload };
				await requests.send({ method: 'DELETE', key: path, query, admits: [404] });
			}
		},
	};
};
