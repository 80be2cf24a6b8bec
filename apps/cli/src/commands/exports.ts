import { existsSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { APPLICATIONS, catalogueOf } from '@navette/app-server/site';
import type { SiteStores } from '@navette/app-server/site-stores';
import { type Exported, exportOrganisation, type Manifest } from '@navette/archive';
import { err, ok, type Result } from '@navette/core';
import type { SealingPublicKey } from '@navette/crypto';
import { createExportNote, openArchiveTarget } from '../archives/archive-on-disk.ts';
import { archiveSentence } from '../archives/archive-sentence.ts';
import { readPublicKey } from '../archives/export-pair.ts';
import { showProgress } from '../archives/show-progress.ts';
import type { Outcome } from '../outcome.ts';
import type { Terminal } from '../terminal.ts';
import { withStores } from '../with-stores.ts';

/** What to export, and how. */
export interface ExportOptions {
	readonly org: string;
	readonly out: string;
	/** File of the public key of whoever alone may open it. */
	readonly to?: string | undefined;
}

/** What an archive holds, in words. */
export const contentsOfManifest = ({ counts }: Manifest): string => {
	const { documents, tombstones, threads, contents, bytes } = counts;
	return `${documents} documents and ${tombstones} deleted ones in ${threads} threads, ${contents} files of ${bytes} bytes`;
};

/** Goes on once with an organisation that dropped a file meanwhile: it may not do it again. */
const TRIES = 3;

/** Writes the archive under a name of its own, which it loses when it is whole. */
export const exportTo = async (
	terminal: Terminal,
	stores: SiteStores,
	{ org, out }: ExportOptions,
	to: SealingPublicKey | undefined,
): Promise<Result<Exported, string>> => {
	const part = `${out}.part`;
	const keyFile = `${part}.key`;
	const file = await openArchiveTarget(part);
	const shown = showProgress(terminal);
	try {
		const { store, blobs, keys } = stores;
		const note = createExportNote(keyFile, keys.for('archives'));
		const parts = { store, blobs, note, file, to, progress: shown.progress };
		const { random, clock } = terminal;
		const catalogue = catalogueOf(APPLICATIONS);
		for (let tried = 1; ; tried++) {
			const done = await exportOrganisation({ ...parts, random, clock, catalogue }, org);
			if (!done.ok && done.error.code === 'moved' && tried < TRIES) continue;
			if (done.ok) await rename(part, out);
			else await rm(part, { force: true });
			return done.ok ? done : err(archiveSentence(done.error));
		}
	} finally {
		shown.end();
		await file.close();
	}
};

/** `navette export` */
export const exportArchive = (terminal: Terminal, options: ExportOptions): Promise<Outcome> =>
	withStores(terminal, true, async (stores) => {
		const { org, out } = options;
		if (existsSync(out)) return err(`${out} is there already. Nothing was changed.`);
		const to = options.to === undefined ? ok(undefined) : readPublicKey(options.to);
		if (!to.ok) return to;
		const done = await exportTo(terminal, stores, options, to.value);
		if (!done.ok) return done;
		const { id, manifest, isResumed } = done.value;
		const sealed = to.value
			? 'It opens with the private key alone.'
			: 'Whoever has the file can read it: give --to to seal it.';
		return ok({
			json: {
				archive: id,
				org,
				file: out,
				isResumed,
				isSealed: to.value !== undefined,
				...manifest.counts,
			},
			lines: [`"${org}" is in ${out}: ${contentsOfManifest(manifest)}.`, sealed],
		});
	});
