import { type BlobEntry, blobPathOf, blobPathParts } from '@navette/storage';
import type { Requests } from './requests.ts';
import { elementsOf, textOf } from './xml.ts';

/** The path a key stands for, `undefined` for what others put into the bucket. */
const pathOfKey = (key: string): BlobEntry['path'] | undefined => {
	try {
		const { org, folder, fid } = blobPathParts(key);
		return blobPathOf(org, folder, fid);
	} catch {
		return undefined;
	}
};

/** Contents whose key begins with a text, page after page. */
export async function* listKeys(requests: Requests, prefix: string): AsyncGenerator<BlobEntry> {
	for (let token: string | undefined, more = true; more; more = token !== undefined) {
		const page = token === undefined ? {} : { 'continuation-token': token };
		const query = { 'list-type': '2', prefix, ...page };
		const listed = await (await requests.send({ method: 'GET', query })).text();
		for (const content of elementsOf(listed, 'Contents')) {
			const path = pathOfKey(textOf(content, 'Key') ?? '');
			if (path) yield { path, size: Number(textOf(content, 'Size')) };
		}
		token = textOf(listed, 'NextContinuationToken');
	}
}
