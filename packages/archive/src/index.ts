export type { ArchiveFault } from './archive-fault.ts';
export type { ArchiveSource, ArchiveTarget } from './archive-file.ts';
export { isAsInArchive } from './compare-rows.ts';
export { type ExportDeps, type Exported, exportOrganisation } from './export-organisation.ts';
export {
	type ImportDeps,
	type Imported,
	type ImportWish,
	importOrganisation,
} from './import-organisation.ts';
export type { ArchivePhase, ArchiveProgress } from './progress.ts';
export type { Counts, Manifest } from './record.ts';
export type { ExportNote } from './resume-export.ts';
export { type VerifiedArchive, verifyArchive } from './verify-archive.ts';
