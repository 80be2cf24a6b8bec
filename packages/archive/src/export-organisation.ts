import { createHash } from 'node:crypto';
import { type Clock, err, ok, type Random, type Result } from '@navette/core';
import type { SealingPublicKey } from '@navette/crypto';
import { isThere, type KeptContent } from '@navette/engine';
import type { Catalogue } from '@navette/model';
import {
	type BlobStore,
	blobPathOf,
	DamagedRow,
	type DocumentReader,
	type DocumentStore,
} from '@navette/storage';
import { type ArchiveFault, BrokenArchive } from './archive-fault.ts';
import type { ArchiveTarget } from './archive-file.ts';
import { type ArchiveWriter, createArchiveWriter } from './archive-writer.ts';
import { chunkKeyOf, createHeader } from './header.ts';
import type { ArchiveProgress } from './progress.ts';
import { type Manifest, manifestToBytes } from './record.ts';
import { contentsNamed, type ExportNote, resumeExport, type UnderWay } from './resume-export.ts';
import { rowsOf } from './rows-of.ts';
import { createTally } from './tally.ts';

/** What an export is given. */
export interface ExportDeps {
	/** Opened by the site: its rows are read in the clear of the site, sealed contents as they are. */
	readonly store: Pick<DocumentStore, 'epoch' | 'snapshot'>;
	readonly blobs: BlobStore;
	readonly catalogue: Catalogue;
	readonly random: Random;
	readonly clock: Clock;
	readonly file: ArchiveTarget;
	readonly note: ExportNote;
	/** Who alone will open it; anybody with the file when absent. */
	readonly to?: SealingPublicKey | undefined;
	readonly progress?: ArchiveProgress;
}

/** An archive that was written. */
export interface Exported {
	readonly id: string;
	readonly manifest: Manifest;
	/** Whether an earlier export was gone on with. */
	readonly isResumed: boolean;
}

const NO_PROGRESS: ArchiveProgress = () => {};

const writeRows = async (
	deps: ExportDeps,
	reader: DocumentReader,
	writer: ArchiveWriter,
): Promise<void> => {
	const row = await reader.organisation();
	if (!row || !isThere(row.status)) throw new BrokenArchive({ code: 'absent' });
	const { store, progress = NO_PROGRESS } = deps;
	const { org, settings, status } = row;
	const now = deps.clock.now();
	await writer.record(['organisation', org, status, settings, store.epoch, now]);
	const tally = createTally();
	let done = 0;
	for await (const { record, sizes } of rowsOf(deps.catalogue, reader)) {
		tally.add({ record, bytes: await writer.record(record) });
		for (const size of sizes) tally.expect(size);
		if (++done % 500 === 0) progress('rows', done, 0);
	}
	await writer.record(['rows', tally.counts(), tally.rows()]);
	await writer.flush();
};

/** Begins an archive: its header, then all rows from one snapshot. */
const begin = async (deps: ExportDeps, org: string): Promise<UnderWay> => {
	const { file, random } = deps;
	await deps.note.erase();
	await file.truncate(0);
	const { header, key: carried } = await createHeader(random, deps.to);
	await deps.note.write(carried);
	await file.append(header.bytes);
	const key = chunkKeyOf(header, carried);
	const writer = createArchiveWriter(file, key, random, 0);
	await deps.store.snapshot(org, (reader) => writeRows(deps, reader, writer));
	await file.sync();
	const found = await resumeExport(file, deps.note);
	if (!found) throw new Error('an archive that cannot be read where it was written');
	return found;
};

/** Copies one content into the archive; a content that is gone means that its document moved on. */
const writeContent = async (
	{ blobs }: ExportDeps,
	writer: ArchiveWriter,
	org: string,
	{ folder, fid, size }: KeptContent,
): Promise<Uint8Array> => {
	const stream = await blobs.read(blobPathOf(org, folder, fid));
	if (!stream) throw new BrokenArchive({ code: 'moved' });
	await writer.record(['content', folder, fid, size]);
	await writer.flush();
	const hash = createHash('sha256');
	let came = 0;
	for await (const part of stream) {
		hash.update(part);
		came += part.length;
		await writer.bytes(part);
	}
	if (came !== size) throw new BrokenArchive({ code: 'row-damaged', table: 'contents' });
	const digest = new Uint8Array(hash.digest());
	await writer.record(['end', digest]);
	await writer.flush();
	return digest;
};

const writeContents = async (
	deps: ExportDeps,
	org: string,
	underWay: UnderWay,
): Promise<Manifest> => {
	const { file, random, progress = NO_PROGRESS } = deps;
	const writer = createArchiveWriter(file, underWay.key, random, underWay.next);
	const { tally, expected } = underWay.walk;
	const skipped = tally.came().contents;
	let at = 0;
	for await (const content of contentsNamed(file, underWay, deps.catalogue)) {
		if (++at <= skipped) continue;
		tally.content(content.size, await writeContent(deps, writer, org, content));
		progress('contents', tally.came().bytes, expected().bytes);
	}
	const { contents, bytes } = tally.came();
	const manifest: Manifest = {
		archive: underWay.header.id,
		counts: { ...tally.counts(), contents, bytes },
		rows: tally.rows(),
		contents: tally.contents(),
	};
	await writer.end(manifestToBytes(manifest));
	return manifest;
};

/**
 * Writes one organisation into an archive: its rows from one snapshot, then the contents they name.
 * Called again on what a kill left, it goes on with the contents, or begins anew when the rows were
 * not all written. `moved`: the organisation dropped a file meanwhile; begin again, or freeze it.
 */
export const exportOrganisation = async (
	deps: ExportDeps,
	org: string,
): Promise<Result<Exported, ArchiveFault>> => {
	try {
		const resumed = await resumeExport(deps.file, deps.note);
		const underWay = resumed ?? (await begin(deps, org));
		const manifest = await writeContents(deps, org, underWay);
		await deps.note.erase();
		return ok({ id: underWay.header.id, manifest, isResumed: resumed !== undefined });
	} catch (error) {
		if (error instanceof DamagedRow)
			return err({ code: 'row-damaged', table: error.context.table });
		if (!(error instanceof BrokenArchive)) throw error;
		// What was written is of no use: the next export begins anew.
		await deps.note.erase();
		return err(error.fault);
	}
};
