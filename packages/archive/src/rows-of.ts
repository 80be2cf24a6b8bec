import { placesOf, readyContent } from '@navette/engine';
import type { Catalogue, KeyText } from '@navette/model';
import type { DocumentReader, StoredDocument } from '@navette/storage';
import { type ArchiveFault, BrokenArchive } from './archive-fault.ts';
import type { ArchiveRecord } from './record.ts';
import { answerToRecord, documentToRecord, looseToRecord, threadToRecord } from './row-records.ts';

/** A row on its way into an archive, and the sizes of the contents that it brings. */
export interface OutgoingRow {
	readonly record: ArchiveRecord;
	readonly sizes: readonly number[];
}

const PAGE = 500;
const NO_SIZES: readonly number[] = [];

const stop = (fault: ArchiveFault): never => {
	throw new BrokenArchive(fault);
};

async function* threadsOf(reader: DocumentReader): AsyncGenerator<OutgoingRow> {
	for (let after: string | undefined; ; ) {
		const page = await reader.threads({ limit: PAGE, ...(after === undefined ? {} : { after }) });
		for (const { handle: _, ...thread } of page)
			yield { record: threadToRecord(thread), sizes: NO_SIZES };
		after = page.at(-1)?.path;
		if (page.length < PAGE) return;
	}
}

const rowToOutgoing = (catalogue: Catalogue, row: StoredDocument): OutgoingRow => {
	const places = placesOf(catalogue, row) ?? stop({ code: 'undeclared', type: row.type });
	return {
		record: documentToRecord(row, places.paths),
		sizes: places.contents.map(({ size }) => size),
	};
};

async function* documentsOf(
	catalogue: Catalogue,
	reader: DocumentReader,
	type: string,
): AsyncGenerator<OutgoingRow> {
	for (let after: KeyText | undefined; ; ) {
		const asked = { limit: PAGE, withTombstones: true, ...(after === undefined ? {} : { after }) };
		const page = await reader.documentsOfType(type, asked);
		for (const row of page) yield rowToOutgoing(catalogue, row);
		after = page.at(-1)?.id;
		if (page.length < PAGE) return;
	}
}

async function* answersOf(reader: DocumentReader): AsyncGenerator<OutgoingRow> {
	for (let after: string | undefined; ; ) {
		const page = await reader.answers({ limit: PAGE, ...(after === undefined ? {} : { after }) });
		for (const row of page) yield { record: answerToRecord(row), sizes: NO_SIZES };
		after = page.at(-1)?.operation;
		if (page.length < PAGE) return;
	}
}

/** Contents that came and are not attached yet; those on their way in are sent again by who sends. */
async function* looseOf(reader: DocumentReader): AsyncGenerator<OutgoingRow> {
	const all = await reader.looseBlobs(Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER);
	for (const row of all) {
		const content = readyContent(row);
		if (content) yield { record: looseToRecord(row), sizes: [content.size] };
	}
}

/**
 * Every row of an organisation, in the one order of archives: threads by path, documents by type and
 * id, answers by operation, loose contents by age. The same organisation gives the same records
 * wherever it is kept. Types that are never copied are left out.
 */
export async function* rowsOf(
	catalogue: Catalogue,
	reader: DocumentReader,
): AsyncGenerator<OutgoingRow> {
	yield* threadsOf(reader);
	for (const type of await reader.types())
		if (!catalogue.documents.get(type)?.neverCopied) yield* documentsOf(catalogue, reader, type);
	yield* answersOf(reader);
	yield* looseOf(reader);
}
