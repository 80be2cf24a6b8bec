import type { Day } from '@navette/core';
import type { KeyText } from '@navette/model';
import type {
	DocumentReader,
	DocumentRow,
	DocumentWriter,
	ThreadReference,
} from '@navette/storage';

export const ORG = 'acme';
const DAY = 20260115 as Day;

/** A living document of type `NOTE` with data of `size` bytes. */
export const sampleRow = (id: string, version: number, size = 3): DocumentRow => ({
	type: 'NOTE',
	id: id as KeyText,
	version,
	del: 0,
	data: new Uint8Array(size).fill(version),
	files: null,
	groupings: { z1: id.slice(0, 1) },
	properties: {},
});

/** Writes a row attached to threads, which move to its version. */
export const writeSample = async (
	writer: DocumentWriter,
	row: DocumentRow,
	paths: readonly string[],
): Promise<void> => {
	const reference = () => crypto.randomUUID() as string as ThreadReference;
	const threads = await writer.lockThreads(paths, { reference, day: DAY });
	const handles = threads.map((thread) => thread.handle);
	await writer.putDocument(row, await writer.document(row.type, row.id), handles);
	for (const handle of handles)
		await writer.putThread(handle, {
			version: row.version,
			versions: { [row.type]: row.version },
		});
};

/** Ids of the living documents of type `NOTE`. */
export const sampleIds = async (reader: DocumentReader): Promise<string[]> =>
	(await reader.documentsOfType('NOTE')).map((row) => row.id);
