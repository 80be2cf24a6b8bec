import type { DocumentType } from '@navette/model';
import type { Attachment } from './attachment.ts';
import type { FileDescriptor } from './descriptor.ts';

/** What an operation asks of the files of one document, in the order in which it asked. */
export interface FileChanges {
	/** The document was deleted meanwhile: none of the files before stays. */
	readonly cleared: boolean;
	readonly attached: readonly Attachment[];
	readonly detached: ReadonlySet<string>;
}

export const NO_CHANGES: FileChanges = { cleared: false, attached: [], detached: new Set() };

/** Changes with one more attachment. */
export const withAttached = (changes: FileChanges, file: Attachment): FileChanges => ({
	...changes,
	attached: [...changes.attached, file],
});

/** Changes with one file less; one attached in the same operation is simply not attached. */
export const withDetached = (changes: FileChanges, fid: string): FileChanges => ({
	...changes,
	attached: changes.attached.filter((file) => file.fid !== fid),
	detached: new Set([...changes.detached, fid]),
});

/** What becomes of the files of a document. */
export interface FilePlan {
	/** Files it names afterwards. */
	readonly files: readonly FileDescriptor[];
	/** Files it named before and names no more. */
	readonly dropped: readonly FileDescriptor[];
}

/** Decides the files of a document from those before, what was attached and what was detached. */
export const planFiles = (
	type: DocumentType,
	before: readonly FileDescriptor[],
	changes: Pick<FileChanges, 'cleared' | 'detached'>,
	attached: readonly FileDescriptor[],
): FilePlan => {
	const isUnique = type.files?.names === 'unique' && type.sealing === 'clear';
	const newest = new Map(attached.map((file) => [file.clear?.name, file]));
	const isReplaced = (file: FileDescriptor): boolean => {
		const holder = isUnique ? newest.get(file.clear?.name) : undefined;
		return holder !== undefined && holder !== file;
	};
	const stays = (file: FileDescriptor): boolean =>
		!changes.cleared && !changes.detached.has(file.fid) && !isReplaced(file);
	return {
		files: [...before.filter(stays), ...attached.filter((file) => !isReplaced(file))],
		dropped: [...before.filter((file) => !stays(file)), ...attached.filter(isReplaced)],
	};
};
