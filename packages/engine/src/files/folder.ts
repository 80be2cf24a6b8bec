import { utf8ToBytes } from '@navette/core';
import type { DocumentType, Key } from '@navette/model';
import { type BlobPath, blobPathOf, CLIENT_SEALED, MAX_FOLDER } from '@navette/storage';
import { groupingOf } from '../document-source.ts';

/** Folder of contents whose key has no term, or terms too long for a name. */
const TOP = '%';

/** A term in safe characters: every other byte of its UTF-8 is written `%` and two digits. */
const termToSafe = (term: string): string =>
	Array.from(utf8ToBytes(term), (byte) => {
		const char = String.fromCharCode(byte);
		return /[A-Za-z0-9_-]/.test(char)
			? char
			: `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
	}).join('');

/**
 * The folder of terms: joined by dots, cut after the last term that fits. What is lost by the cut is
 * only how finely a branch can be purged, since the id alone tells contents apart. What clients seal
 * stands below a first term of its own.
 */
export const folderOfTerms = (
	terms: readonly string[],
	sealing: DocumentType['sealing'] = 'clear',
): string => {
	let folder = sealing === 'sealed' ? CLIENT_SEALED : '';
	for (const term of terms.map(termToSafe)) {
		const longer = folder === '' ? term : `${folder}.${term}`;
		if (longer.length > MAX_FOLDER) break;
		folder = longer;
	}
	return folder === '' ? TOP : folder;
};

/** Whether terms are kept whole in a folder, whoever seals. */
export const isWholeFolder = (terms: readonly string[]): boolean => {
	const folder = folderOfTerms(terms, 'sealed');
	return terms.length > 0 && folder.split('.').length === terms.length + 1;
};

/** The folder where a document's contents are kept. */
export const folderOf = (type: DocumentType, key: Key): string => {
	const properties = type.files?.folder ? groupingOf(type, type.files.folder) : type.key;
	const terms = properties.map((property) => key[property] ?? '');
	return folderOfTerms(terms, type.sealing);
};

/** Where a content of a document is kept. */
export const pathOfFile = (org: string, type: DocumentType, key: Key, fid: string): BlobPath =>
	blobPathOf(org, folderOf(type, key), fid);
