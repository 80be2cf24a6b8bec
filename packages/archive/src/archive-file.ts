/** An archive that is read; never whole in memory. */
export interface ArchiveSource {
	/** Bytes it has. */
	readonly size: number;
	/** `length` bytes from `at`, fewer at the end of the file. */
	read(at: number, length: number): Promise<Uint8Array>;
}

/** An archive that is being written, and read again. */
export interface ArchiveTarget extends ArchiveSource {
	append(bytes: Uint8Array): Promise<void>;
	/** Forgets what is at `size` and after. */
	truncate(size: number): Promise<void>;
	/** Everything appended is on the disk once it resolves. */
	sync(): Promise<void>;
}
