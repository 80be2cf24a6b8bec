import { createHash } from 'node:crypto';
import { decodeCbor } from '@navette/codec';
import type { BlobPath, BlobStore, DocumentRow } from '@navette/storage';
import { hold } from '../violation.ts';

/** Contents of files: which are kept, and which documents name. */
export interface Contents {
	/** The one store of all servers, with everything that happens to it noted. */
	readonly blobs: BlobStore;
	/** A row was committed. */
	committed(org: string, row: DocumentRow): void;
	/** Invariant 6: everything that a living document names is kept, with its digest. */
	check(): void;
	/** A day after all is calm: nothing else is kept. */
	checkRest(orgs: readonly string[]): Promise<void>;
	/** Contents named now. */
	named(): number;
}

interface Named {
	readonly fid: string;
	readonly digest: string;
}

/** Contents that a row names. */
export const namedBy = (row: DocumentRow): readonly Named[] => {
	if (!row.files) return [];
	const decoded = decodeCbor(row.files);
	if (!decoded.ok) throw new Error(`files are ${decoded.error}`);
	const files = decoded.value as readonly [string, number, number, { digest: string }][];
	return files.map(([fid, , , { digest }]) => ({ fid, digest }));
};

const fidOf = (path: BlobPath): string => path.split('/')[2] ?? '';

export const createContents = (inner: BlobStore): Contents => {
	/** By id of content: its digest. */
	const kept = new Map<string, string>();
	const named = new Map<string, readonly Named[]>();
	let changed = false;

	const note = async (path: BlobPath) => {
		changed = true;
		const hash = createHash('sha256');
		const bytes = await inner.read(path);
		if (!bytes) return void kept.delete(fidOf(path));
		for await (const part of bytes) hash.update(part);
		kept.set(fidOf(path), hash.digest('base64url'));
	};

	return {
		blobs: {
			...inner,
			async put(path, content, size) {
				await inner.put(path, content, size);
				await note(path);
			},
			async closeUpload(path, upload, marks) {
				await inner.closeUpload(path, upload, marks);
				await note(path);
			},
			async remove(path) {
				await inner.remove(path);
				await note(path);
			},
		},
		committed(org, row) {
			if (row.type !== 'BOX') return;
			changed = true;
			named.set(`${org} ${row.id}`, namedBy(row));
		},
		check() {
			if (!changed) return;
			changed = false;
			for (const [box, files] of named)
				for (const { fid, digest } of files) {
					const said = () => `${box} names ${fid}, kept: ${kept.get(fid)}, not ${digest}`;
					hold(kept.get(fid) === digest, '6', said);
				}
		},
		async checkRest(orgs) {
			const fids = new Set([...named.values()].flat().map(({ fid }) => fid));
			for (const org of orgs)
				for await (const { path } of inner.list(org))
					hold(fids.has(fidOf(path)), '6', () => `${path} is kept, and nothing names it`);
		},
		named: () => [...named.values()].flat().length,
	};
};
