import { existsSync } from 'node:fs';
import path from 'node:path';
import { readConfig } from '@navette/app-server/config';
import { keysIn, readSiteKeys } from '@navette/app-server/site-keys';
import { err, ok, type Result } from '@navette/core';
import type { KeyRings } from '@navette/site-keys';
import type { Terminal } from '../terminal.ts';

/** The file of keys of the configured site, and what stands in it. */
export interface KeyFile {
	readonly file: string;
	readonly rings: KeyRings;
}

/** Reads the file of keys; the error is a sentence. */
export const readKeyFile = (terminal: Terminal): Result<KeyFile, string> => {
	const read = readConfig(terminal.environment, terminal.readFile);
	if (!read.ok) return read;
	const { data, keys, siteKeys } = read.value.config;
	if (siteKeys !== undefined)
		return err(
			'The site keys are given by NAVETTE_SITE_KEYS: change them there. "navette key new" prints fresh ones.',
		);
	const file = path.resolve(keys ?? keysIn(data));
	if (!existsSync(file))
		return err(`There are no site keys in ${file} yet: the first start draws them.`);
	const rings = readSiteKeys(file);
	return rings.ok ? ok({ file, rings: rings.value }) : rings;
};
