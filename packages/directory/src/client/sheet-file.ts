import type { Result } from '@navette/core';
import * as v from 'valibot';
import type { DirectoryClientDeps } from './directory-client-deps.ts';
import { type FileFault, openFile, sealFile } from './sealed-file.ts';
import { KeptRight, Preferences, type Sheet } from './sheet.ts';

/** What the sheet says, without its keys: they stay where phrases open them. */
const SheetCopy = v.strictObject({
	user: v.string(),
	/** When it was made, ms. */
	made: v.number(),
	preferences: Preferences,
	rights: v.array(KeptRight),
});
export type SheetCopy = v.InferOutput<typeof SheetCopy>;

type Deps = Pick<DirectoryClientDeps, 'clock' | 'random' | 'realm' | 'stretch' | 'stretcher'>;

/** What the sheet says as a file that opens with a phrase of its own. */
export const sealSheetFile = (
	deps: Deps,
	phrase: string,
	user: string,
	{ preferences, rights }: Sheet,
): Promise<Uint8Array> =>
	sealFile(deps, 'sheet', phrase, {
		...{ user, made: deps.clock.now(), preferences },
		rights: rights.map((right) => ({ ...right })),
	});

/** The copy in a file. */
export const openSheetFile = (
	deps: Deps,
	phrase: string,
	bytes: Uint8Array,
): Promise<Result<SheetCopy, FileFault>> => openFile(deps, 'sheet', SheetCopy, phrase, bytes);

/**
 * A sheet with what a copy has and it has not; nothing of it is replaced. Rights of somebody else come
 * not: their keys are not this person's.
 */
export const withCopy = (sheet: Sheet, user: string, copy: SheetCopy): Sheet => {
	const kinds = new Set([...Object.keys(sheet.preferences), ...Object.keys(copy.preferences)]);
	const preferences = Object.fromEntries(
		[...kinds].map((kind) => [
			kind,
			[...new Set([...(sheet.preferences[kind] ?? []), ...(copy.preferences[kind] ?? [])])],
		]),
	);
	const known = new Set(sheet.rights.map(({ right, org }) => `${org} ${right}`));
	const missing = copy.rights.filter(({ right, org }) => !known.has(`${org} ${right}`));
	return {
		...sheet,
		preferences,
		rights: [...sheet.rights, ...(copy.user === user ? missing : [])],
	};
};
