import { err, ok, type Result } from '@navette/core';
import type { SealingKey } from '@navette/crypto';
import type { ArchiveFault } from './archive-fault.ts';
import type { ArchiveSource } from './archive-file.ts';
import { createChunkReader } from './chunk-reader.ts';
import { chunkKeyOf, type Header, openHeader, readHeader } from './header.ts';
import type { ArchiveProgress } from './progress.ts';
import type { Manifest, RecordOf } from './record.ts';
import { createWalk, type Step } from './walk.ts';

/** An archive that is whole: everything opened, stands in its place and adds up. */
export interface VerifiedArchive {
	readonly header: Header;
	/** Key of the chunks. */
	readonly key: Uint8Array;
	readonly organisation: RecordOf<'organisation'>;
	/** Document types it holds. */
	readonly types: ReadonlySet<string>;
	readonly manifest: Manifest;
}

/** Gathers what is told of an archive. */
const createGathering = () => {
	const types = new Set<string>();
	let organisation: RecordOf<'organisation'> | undefined;
	let manifest: Manifest | undefined;
	return {
		take(step: Step): void {
			if (step.kind === 'end') manifest = step.manifest;
			if (step.kind !== 'row' && step.kind !== 'organisation') return;
			const { record } = step.read;
			if (record[0] === 'document') types.add(record[1]);
			if (record[0] === 'organisation') organisation = record;
		},
		whole: () => organisation && manifest && { types, organisation, manifest },
	};
};

const readAll = async (
	file: ArchiveSource,
	header: Header,
	key: Uint8Array,
	progress: ArchiveProgress,
): Promise<Result<VerifiedArchive, ArchiveFault>> => {
	const reader = createChunkReader(file, key, header.length);
	const walk = createWalk(header.id);
	const gathering = createGathering();
	for (;;) {
		const chunk = await reader.next();
		if (!chunk.ok) return chunk;
		if (!chunk.value) break;
		const steps = walk.step(chunk.value);
		if (!steps.ok) return steps;
		for (const step of steps.value) gathering.take(step);
		progress('verify', chunk.value.to, file.size);
	}
	const whole = gathering.whole();
	return whole ? ok({ header, key, ...whole }) : err({ code: 'unfinished' });
};

/** Reads an archive to its end and holds everything against its manifest; changes nothing. */
export const verifyArchive = async (
	file: ArchiveSource,
	key: SealingKey | undefined,
	progress: ArchiveProgress = () => {},
): Promise<Result<VerifiedArchive, ArchiveFault>> => {
	const header = await readHeader(file);
	if (!header.ok) return header;
	const carried = await openHeader(header.value, key);
	if (!carried.ok) return carried;
	return readAll(file, header.value, chunkKeyOf(header.value, carried.value), progress);
};
