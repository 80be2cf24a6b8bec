import { APPLICATIONS, catalogueOf } from '@navette/app-server/site';
import type { SiteStores } from '@navette/app-server/site-stores';
import { type Imported, importOrganisation, verifyArchive } from '@navette/archive';
import { err, ok, type Result } from '@navette/core';
import type { SealingKey } from '@navette/crypto';
import { openArchiveSource } from '../archives/archive-on-disk.ts';
import { archiveSentence } from '../archives/archive-sentence.ts';
import { readPrivateKey } from '../archives/export-pair.ts';
import { showProgress } from '../archives/show-progress.ts';
import type { Outcome } from '../outcome.ts';
import type { Terminal } from '../terminal.ts';
import { withStores } from '../with-stores.ts';
import { contentsOfManifest } from './exports.ts';

/** What to import, and how. */
export interface ImportOptions {
	readonly file: string;
	/** Code it gets here. */
	readonly as?: string | undefined;
	/** File of the private key. */
	readonly key?: string | undefined;
	readonly status?: 'open' | 'frozen' | 'closed' | undefined;
}

const CODE = /^[a-z0-9-]{4,16}$/;

const openFile = async (file: string) => {
	try {
		return ok(await openArchiveSource(file));
	} catch (error) {
		if (!(error instanceof Error)) throw error;
		return err(`${file} cannot be read: ${error.message}. Nothing was changed.`);
	}
};

/** Imports an archive into opened stores. */
export const importFrom = async (
	terminal: Terminal,
	stores: SiteStores,
	{ file: name, as, status }: ImportOptions,
	key: SealingKey | undefined,
): Promise<Result<Imported, string>> => {
	const file = await openFile(name);
	if (!file.ok) return file;
	const shown = showProgress(terminal);
	try {
		const { store, blobs } = stores;
		const parts = { store, blobs, file: file.value, key, progress: shown.progress };
		const catalogue = catalogueOf(APPLICATIONS);
		const { random } = terminal;
		const done = await importOrganisation({ ...parts, catalogue, random }, { org: as, status });
		return done.ok ? done : err(archiveSentence(done.error));
	} finally {
		shown.end();
		await file.value.close();
	}
};

const keyOf = (options: ImportOptions): Result<SealingKey | undefined, string> =>
	options.key === undefined ? ok(undefined) : readPrivateKey(options.key);

/** `navette import` */
export const importArchive = (terminal: Terminal, options: ImportOptions): Promise<Outcome> => {
	if (options.as !== undefined && !CODE.test(options.as))
		return Promise.resolve(
			err(
				`"${options.as}" is not a code: 4 to 16 letters a–z, digits or hyphens. Nothing was saved.`,
			),
		);
	return withStores(terminal, false, async (stores) => {
		const key = keyOf(options);
		if (!key.ok) return key;
		const done = await importFrom(terminal, stores, options, key.value);
		if (!done.ok) return done;
		const { org, status, archive, manifest, isResumed } = done.value;
		return ok({
			json: { archive, org, status, isResumed, ...manifest.counts },
			lines: [
				`"${org}" is there: ${contentsOfManifest(manifest)}.`,
				status === 'open'
					? 'It is open; devices compare everything once.'
					: `It is ${status}: "navette org open ${org}" opens it.`,
			],
		});
	});
};

/** `navette import --check`: reads an archive to its end, and changes nothing. */
export const checkArchive = async (
	terminal: Terminal,
	options: ImportOptions,
): Promise<Outcome> => {
	const key = keyOf(options);
	if (!key.ok) return key;
	const file = await openFile(options.file);
	if (!file.ok) return file;
	const shown = showProgress(terminal);
	const verified = await verifyArchive(file.value, key.value, shown.progress);
	shown.end();
	await file.value.close();
	if (!verified.ok) return err(archiveSentence(verified.error));
	const { header, organisation, manifest } = verified.value;
	const [, org, status, , , at] = organisation;
	return ok({
		json: { archive: header.id, org, status, at, isSealed: header.isSealed, ...manifest.counts },
		lines: [
			`Whole: "${org}", ${status}, as of ${new Date(at).toISOString()}: ${contentsOfManifest(manifest)}.`,
		],
	});
};
