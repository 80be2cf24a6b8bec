import { type Day, silentLog, systemRandom, systemTimers } from '@navette/core';
import type { KeyText } from '@navette/model';
import type {
	DocumentReader,
	DocumentRow,
	DocumentWriter,
	StoredThread,
	ThreadReference,
} from '@navette/storage';

export const ORG = 'acme';
const DAY = 20260115 as Day;

/** What a store is opened with, but for its URL; conflicts and losses are counted by event. */
export const countingOptions = () => {
	const events: string[] = [];
	const note = (event: string) => events.push(event);
	const log = { ...silentLog, info: note, warn: note };
	return { events, options: { random: systemRandom, timers: systemTimers, log } };
};

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

/** Locks threads, created if need be. */
export const lockSample = (
	writer: DocumentWriter,
	paths: readonly string[],
): Promise<readonly StoredThread[]> => {
	const reference = () => crypto.randomUUID() as string as ThreadReference;
	return Promise.resolve(writer.lockThreads(paths, { reference, day: DAY }));
};

/** Writes a row attached to threads, which move to its version. */
export const writeSample = async (
	writer: DocumentWriter,
	row: DocumentRow,
	paths: readonly string[],
): Promise<void> => {
	const threads = await lockSample(writer, paths);
	const handles = threads.map((thread) => thread.handle);
	await writer.putDocument(row, await writer.document(row.type, row.id), handles);
	for (const handle of handles)
		await writer.putThread(handle, {
			version: row.version,
			versions: { [row.type]: row.version },
		});
};

/** A number as the data of a document, and back; no document counts nothing. */
export const countToData = (count: number): Uint8Array => {
	const data = new Uint8Array(4);
	new DataView(data.buffer).setUint32(0, count);
	return data;
};
export const countOf = (document: DocumentRow | undefined): number =>
	document?.data ? new DataView(document.data.buffer).getUint32(0) : 0;

/** Ids of the living documents of type `NOTE`. */
export const sampleIds = async (reader: DocumentReader): Promise<string[]> =>
	(await reader.documentsOfType('NOTE')).map((row) => row.id);

/** A document of type `NOTE` by its id. */
export const sampleOf = (reader: DocumentReader, id: string) =>
	reader.document('NOTE', id as KeyText);
