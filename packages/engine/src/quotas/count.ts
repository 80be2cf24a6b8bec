import type { Catalogue, KeyText } from '@navette/model';
import type { DocumentReader, DocumentRow } from '@navette/storage';
import { storedToFiles } from '../files/descriptor.ts';
import { openLoose } from '../files/loose-note.ts';
import { type Amounts, addAmounts, NOTHING, USAGE_TYPE } from './usage.ts';

/** Types of the framework's own book-keeping: they count for nothing. */
export const UNCOUNTED: ReadonlySet<string> = new Set(['TASK', USAGE_TYPE.name]);

/** UTF-8 bytes of an id are counted as its characters: keys are almost always ASCII. */
export const weightOf = (row: Pick<DocumentRow, 'id' | 'data' | 'files'>): number =>
	row.id.length + (row.data?.length ?? 0) + (row.files?.length ?? 0);

/** What a row amounts to; nothing for a tombstone. Contents of its files are counted apart. */
const amountsOf = (row: DocumentRow | undefined): Amounts =>
	!row || row.del > 0 || UNCOUNTED.has(row.type)
		? NOTHING
		: { documents: 1, documentBytes: weightOf(row), fileBytes: 0 };

/** What it means that a row takes the place of another. */
export const amountsBetween = (before: DocumentRow | undefined, after: DocumentRow): Amounts => {
	const [was, is] = [amountsOf(before), amountsOf(after)];
	return {
		documents: is.documents - was.documents,
		documentBytes: is.documentBytes - was.documentBytes,
		fileBytes: 0,
	};
};

const PAGE = 500;

const countType = async (
	catalogue: Catalogue,
	reader: DocumentReader,
	name: string,
): Promise<Amounts> => {
	const type = catalogue.documents.get(name);
	let total = NOTHING;
	for (let after: KeyText | undefined; ; ) {
		const page = { limit: PAGE, ...(after === undefined ? {} : { after }) };
		const rows = await reader.documentsOfType(name, page);
		for (const row of rows) {
			const files = type ? storedToFiles(type, row.files) : [];
			const fileBytes = files.reduce((sum, { size }) => sum + size, 0);
			total = addAmounts(total, { ...amountsOf(row), fileBytes });
		}
		after = rows.at(-1)?.id;
		if (rows.length < PAGE) return total;
	}
};

/** Counts all there is, from one state of the store. */
export const countAll = async (catalogue: Catalogue, reader: DocumentReader): Promise<Amounts> => {
	let total = NOTHING;
	for (const name of await reader.types())
		if (!UNCOUNTED.has(name)) total = addAmounts(total, await countType(catalogue, reader, name));
	const most = Number.MAX_SAFE_INTEGER;
	for (const row of await reader.looseBlobs(most, most)) {
		const { note } = openLoose(row);
		if (note.state !== 'doomed') total = { ...total, fileBytes: total.fileBytes + note.size };
	}
	return total;
};
