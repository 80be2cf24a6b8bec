/** What is being done: rows are read, contents are read, the archive is verified, rows are written. */
export type ArchivePhase = 'rows' | 'contents' | 'verify' | 'import' | 'compare';

/** Hears how far a long work is. `total` is 0 while it is not known. */
export type ArchiveProgress = (phase: ArchivePhase, done: number, total: number) => void;
