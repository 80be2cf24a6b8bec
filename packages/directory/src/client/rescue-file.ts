import type { Result } from '@navette/core';
import * as v from 'valibot';
import type { DirectoryClientDeps } from './directory-client-deps.ts';
import { type FileFault, openFile, sealFile } from './sealed-file.ts';

/** What a rescue sheet holds: enough to enter, from any device. */
const RescueSheet = v.strictObject({
	first: v.string(),
	second: v.string(),
	/** Where the application is. */
	address: v.string(),
	/** When it was made, ms. */
	made: v.number(),
});
export type RescueSheet = v.InferOutput<typeof RescueSheet>;

type Deps = Pick<DirectoryClientDeps, 'random' | 'realm' | 'stretch' | 'stretcher'>;

/** A rescue sheet as a file that opens with a phrase of its own. */
export const sealRescueFile = (
	deps: Deps,
	phrase: string,
	sheet: RescueSheet,
): Promise<Uint8Array> => sealFile(deps, 'rescue', phrase, sheet);

/** The rescue sheet in a file. */
export const openRescueFile = (
	deps: Deps,
	phrase: string,
	bytes: Uint8Array,
): Promise<Result<RescueSheet, FileFault>> => openFile(deps, 'rescue', RescueSheet, phrase, bytes);
