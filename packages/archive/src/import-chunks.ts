import { type Day, dayOf } from '@navette/core';
import type { ByteStream, DocumentWriter } from '@navette/storage';
import { blobPathOf } from '@navette/storage';
import { BrokenArchive } from './archive-fault.ts';
import { type Chunk, createChunkReader } from './chunk-reader.ts';
import type { ImportDeps } from './import-organisation.ts';
import type { ReadRecord } from './record.ts';
import { recordToDocument, recordToLoose, recordToThread } from './row-records.ts';
import { noteStage } from './staging.ts';
import type { VerifiedArchive } from './verify-archive.ts';
import { createWalk, type Step } from './walk.ts';

/** Contents and bytes after which it is noted how far the import is. */
const NOTED = { contents: 64, bytes: 64 * 2 ** 20 };

const unknownThread = (): never => {
	throw new BrokenArchive({ code: 'damaged', at: 0, why: 'a document of an absent thread' });
};

const writeRow = async (writer: DocumentWriter, { record }: ReadRecord): Promise<void> => {
	if (record[0] === 'thread') await writer.addThread(recordToThread(record));
	if (record[0] === 'answer') await writer.putAnswer(record[1], record[2] as Day, record[3]);
	if (record[0] === 'loose') await writer.putLooseBlob(recordToLoose(record));
	if (record[0] !== 'document') return;
	const create = { reference: unknownThread, day: dayOf(0) };
	const paths = record[9];
	const locked = await writer.lockThreads([...paths].sort(), create);
	const handles = new Map(locked.map((thread) => [thread.path, thread.handle]));
	const threads = paths.map((path) => handles.get(path) ?? unknownThread());
	await writer.putDocument(recordToDocument(record), undefined, threads);
};

/** Chunks with what they bring, from the beginning; what does not open or add up throws. */
async function* stepsOf(
	deps: ImportDeps,
	{ header, key }: VerifiedArchive,
): AsyncGenerator<{ readonly chunk: Chunk; readonly steps: readonly Step[] }> {
	const reader = createChunkReader(deps.file, key, header.length);
	const walk = createWalk(header.id);
	for (;;) {
		const chunk = await reader.next();
		if (!chunk.ok) throw new BrokenArchive(chunk.error);
		if (!chunk.value) return;
		const steps = walk.step(chunk.value);
		if (!steps.ok) throw new BrokenArchive(steps.error);
		deps.progress?.('import', chunk.value.to, deps.file.size);
		yield { chunk: chunk.value, steps: steps.value };
	}
}

/** The bytes of the content under way; answers the chunk that ended it. */
const contentOf = (chunks: ReturnType<typeof stepsOf>) => {
	let ended: Chunk | undefined;
	const bytes: () => ByteStream = async function* () {
		while (!ended) {
			const next = await chunks.next();
			if (next.done) throw new BrokenArchive({ code: 'unfinished' });
			for (const step of next.value.steps) {
				if (step.kind === 'bytes') yield step.bytes;
				if (step.kind === 'content-end') ended = next.value.chunk;
			}
		}
	};
	return { bytes: bytes(), end: () => ended };
};

/** Writes rows and contents from chunk `first` on, and notes in the store how far it is. */
export const importChunks = async (
	deps: ImportDeps,
	archive: VerifiedArchive,
	org: string,
	first: number,
): Promise<void> => {
	const { store, blobs } = deps;
	const { id } = archive.header;
	const note = (next: number, rows: readonly ReadRecord[] = []) =>
		store.transaction(async (transaction) => {
			const writer = transaction.in(org);
			for (const row of rows) await writeRow(writer, row);
			await noteStage(writer, org, id, next);
		});
	const since = { contents: 0, bytes: 0 };
	const takeContent = async (
		step: Extract<Step, { kind: 'content' }>,
		chunks: ReturnType<typeof stepsOf>,
	): Promise<void> => {
		const content = contentOf(chunks);
		await blobs.put(blobPathOf(org, step.folder, step.fid), content.bytes, step.size);
		for await (const rest of content.bytes) throw new Error(`${rest.length} bytes too many`);
		since.contents++;
		since.bytes += step.size;
		const ended = content.end();
		if (!ended || (since.contents < NOTED.contents && since.bytes < NOTED.bytes)) return;
		await note(ended.number + 1);
		since.contents = 0;
		since.bytes = 0;
	};
	const chunks = stepsOf(deps, archive);
	for (let next = await chunks.next(); !next.done; next = await chunks.next()) {
		const { chunk, steps } = next.value;
		if (chunk.number < first) continue;
		const rows = steps.flatMap((step) => (step.kind === 'row' ? [step.read] : []));
		if (rows.length > 0) await note(chunk.number + 1, rows);
		const begun = steps.find((step) => step.kind === 'content');
		if (begun) await takeContent(begun, chunks);
	}
};
