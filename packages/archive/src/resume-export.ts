import { type KeptContent, placesOf, readyContent } from '@navette/engine';
import type { Catalogue } from '@navette/model';
import type { ArchiveTarget } from './archive-file.ts';
import { createChunkReader } from './chunk-reader.ts';
import { chunkKeyOf, type Header, readHeader } from './header.ts';
import type { ReadRecord } from './record.ts';
import { recordToDocument, recordToLoose } from './row-records.ts';
import { createWalk, type Walk } from './walk.ts';

/** Keeps the key of an export under way beside the file, so that a later process goes on. */
export interface ExportNote {
	read(): Promise<Uint8Array | undefined>;
	write(key: Uint8Array): Promise<void>;
	erase(): Promise<void>;
}

/** An export under way, its rows written. */
export interface UnderWay {
	readonly header: Header;
	/** Key of the chunks. */
	readonly key: Uint8Array;
	/** Number of the next chunk, which goes at the end of the file. */
	readonly next: number;
	readonly walk: Walk;
}

/**
 * What an interrupted export wrote, cut after the last content that is whole; `undefined` when its
 * rows are not all there: they come from one snapshot, which is gone.
 */
export const resumeExport = async (
	file: ArchiveTarget,
	note: ExportNote,
): Promise<UnderWay | undefined> => {
	const carried = await note.read();
	const header = carried && (await readHeader(file));
	if (!carried || !header?.ok) return undefined;
	const key = chunkKeyOf(header.value, carried);
	const reader = createChunkReader(file, key, header.value.length, { partial: true });
	let walk = createWalk(header.value.id);
	let good: { readonly to: number; readonly next: number } | undefined;
	for (;;) {
		const chunk = await reader.next();
		if (!chunk.ok || !chunk.value || !walk.step(chunk.value).ok) break;
		if (walk.areRowsDone() && walk.isBetween())
			good = { to: chunk.value.to, next: chunk.value.number + 1 };
	}
	if (!good) return undefined;
	await file.truncate(good.to);
	walk = await walkAgain(file, header.value, key);
	return { header: header.value, key, next: good.next, walk };
};

/** A walk over exactly what the file holds now. */
const walkAgain = async (file: ArchiveTarget, header: Header, key: Uint8Array): Promise<Walk> => {
	const walk = createWalk(header.id);
	const reader = createChunkReader(file, key, header.length, { partial: true });
	for (;;) {
		const chunk = await reader.next();
		if (!chunk.ok || !chunk.value) return walk;
		walk.step(chunk.value);
	}
};

/** Contents that a row names. */
const contentsOfRow = (catalogue: Catalogue, { record }: ReadRecord): readonly KeptContent[] => {
	if (record[0] === 'document')
		return placesOf(catalogue, recordToDocument(record))?.contents ?? [];
	const ready = record[0] === 'loose' ? readyContent(recordToLoose(record)) : undefined;
	return ready ? [ready] : [];
};

/** Contents that the rows of an archive name, in its order, read from the file itself. */
export async function* contentsNamed(
	file: ArchiveTarget,
	{ header, key }: Pick<UnderWay, 'header' | 'key'>,
	catalogue: Catalogue,
): AsyncGenerator<KeptContent> {
	const reader = createChunkReader(file, key, header.length, { partial: true });
	const walk = createWalk(header.id);
	while (!walk.areRowsDone()) {
		const chunk = await reader.next();
		const steps = chunk.ok && chunk.value ? walk.step(chunk.value) : undefined;
		if (!steps?.ok) return;
		for (const step of steps.value)
			if (step.kind === 'row') yield* contentsOfRow(catalogue, step.read);
	}
}
