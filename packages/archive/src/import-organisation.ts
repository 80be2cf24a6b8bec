import { err, ok, type Random, type Result } from '@navette/core';
import type { SealingKey } from '@navette/crypto';
import type { Catalogue } from '@navette/model';
import type { BlobStore, DocumentStore } from '@navette/storage';
import { type ArchiveFault, BrokenArchive } from './archive-fault.ts';
import type { ArchiveSource } from './archive-file.ts';
import { isAsInArchive } from './compare-rows.ts';
import { importChunks } from './import-chunks.ts';
import type { ArchiveProgress } from './progress.ts';
import type { Manifest } from './record.ts';
import { closeStage, openStage } from './staging.ts';
import { type VerifiedArchive, verifyArchive } from './verify-archive.ts';

/** What an import is given. */
export interface ImportDeps {
	/** Opened by the site: what is written is sealed by its keys. */
	readonly store: DocumentStore;
	readonly blobs: BlobStore;
	readonly catalogue: Catalogue;
	readonly random: Random;
	readonly file: ArchiveSource;
	/** For an archive sealed to a public key. */
	readonly key?: SealingKey | undefined;
	readonly progress?: ArchiveProgress;
}

/** What to make of the archive. */
export interface ImportWish {
	/** Code of the organisation here; that of where it comes from when absent. */
	readonly org?: string | undefined;
	/** What may be done in it; as where it comes from when absent. */
	readonly status?: 'open' | 'frozen' | 'closed' | undefined;
}

/** An organisation that is there now. */
export interface Imported {
	readonly org: string;
	readonly status: 'open' | 'frozen' | 'closed';
	readonly archive: string;
	readonly manifest: Manifest;
	readonly isResumed: boolean;
}

const stage = async (
	deps: ImportDeps,
	archive: VerifiedArchive,
	org: string,
): Promise<Result<{ readonly isResumed: boolean }, ArchiveFault>> => {
	const undeclared = [...archive.types].find((type) => !deps.catalogue.documents.has(type));
	if (undeclared !== undefined) return err({ code: 'undeclared', type: undeclared });
	const next = await openStage(deps.store, org, archive.header.id);
	if (!next.ok) return next;
	try {
		await importChunks(deps, archive, org, next.value);
	} catch (error) {
		if (error instanceof BrokenArchive) return err(error.fault);
		throw error;
	}
	return ok({ isResumed: next.value > 0 });
};

/**
 * Makes the organisation of an archive appear here, whole or not at all: the archive is verified to
 * its end, its rows and contents are written where nobody sees them, read again and compared, then one
 * write shows them. Called again after a kill, it goes on.
 */
export const importOrganisation = async (
	deps: ImportDeps,
	wish: ImportWish = {},
): Promise<Result<Imported, ArchiveFault>> => {
	const verified = await verifyArchive(deps.file, deps.key, deps.progress);
	if (!verified.ok) return verified;
	const { organisation, manifest, header } = verified.value;
	const [, from, before, settings] = organisation;
	const { org = from, status = before } = wish;
	const staged = await stage(deps, verified.value, org);
	if (!staged.ok) return staged;
	if (!(await isAsInArchive(deps, org, manifest, deps.progress))) return err({ code: 'not-equal' });
	await closeStage(deps.store, org, status, settings, deps.random);
	return ok({ org, status, archive: header.id, manifest, isResumed: staged.value.isResumed });
};
