import { closeSync, fsyncSync, openSync, readdirSync, renameSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { DOCUMENT_STORES } from '@navette/app-server/provider-config';
import { databaseIn } from '@navette/app-server/providers';
import { createSealing } from '@navette/app-server/sealing';
import { APPLICATIONS, catalogueOf } from '@navette/app-server/site';
import type { SiteStores } from '@navette/app-server/site-stores';
import { createFsBlobStore } from '@navette/blobs-fs';
import { err, ok, type Result } from '@navette/core';
import { createSiteCipher } from '@navette/site-keys';
import { type BlobStore, type DocumentStore, sealDocumentStore } from '@navette/storage';
import { backupSqlite, createSqliteDocumentStore } from '@navette/storage-sqlite';
import { type Drawing, showProgress } from '../archives/show-progress.ts';
import type { Outcome } from '../outcome.ts';
import type { Terminal } from '../terminal.ts';
import { withStores } from '../with-stores.ts';
import { type BackupAbout, readAbout, writeAbout } from './backup-about.ts';
import { carryAll, carryContent, contentsNeeded } from './carry-contents.ts';

/** Folder of the contents of a backup. */
export const filesIn = (folder: string): string => path.join(folder, 'files');

/** A content that goes away between the two copies: the database is copied again. */
const TRIES = 3;

const syncFolder = (folder: string): void => {
	const handle = openSync(folder, 'r');
	fsyncSync(handle);
	closeSync(handle);
};

/** A copy of the database, opened by the keys of the site, that nobody writes. */
export const openCopy = async (terminal: Terminal, path: string, keys: SiteStores['keys']) => {
	const { random } = terminal;
	const kept = await createSqliteDocumentStore({ path, random, readOnly: true });
	const store = sealDocumentStore(
		kept,
		createSiteCipher(() => keys.for('data').ring(), random),
	);
	return { kept, store };
};

/** Opens every row of a copy; answers how many there are, or what does not open. */
export const checkCopy = async (
	terminal: Terminal,
	{ kept, store }: { readonly kept: DocumentStore; readonly store: DocumentStore },
	stores: Pick<SiteStores, 'keys' | 'blobs'>,
	draw: Drawing,
): Promise<Result<number, string>> => {
	const catalogue = catalogueOf(APPLICATIONS);
	const { random } = terminal;
	const sealing = createSealing({ kept, store, ...stores, catalogue, random });
	let rows = 0;
	for (const org of await sealing.organisations()) {
		const seen = await sealing.checkRows(org, (count) => draw(`verifying ${org}`, count, 0));
		rows += seen.rows;
		const [first] = seen.damaged;
		if (first !== undefined)
			return err(
				`${seen.damaged.length} rows of "${org}" cannot be opened with the keys of this site (the first: ${first}).`,
			);
	}
	return ok(rows);
};

/** Types whose documents stay out of backups. */
const neverCopied = (): readonly string[] =>
	[...catalogueOf(APPLICATIONS).documents.values()]
		.filter((type) => type.neverCopied)
		.map(({ name }) => name);

interface BackupWork {
	readonly terminal: Terminal;
	readonly stores: SiteStores;
	readonly folder: string;
	readonly target: BlobStore;
	readonly draw: Drawing;
}

/** Contents that the copy needs and that could be had; `undefined` when one is gone. */
const carryNeeded = async (
	{ stores, target, draw }: BackupWork,
	copy: DocumentStore,
): Promise<number | undefined> => {
	const catalogue = catalogueOf(APPLICATIONS);
	let contents = 0;
	for (const org of await copy.organisations())
		for await (const path of contentsNeeded(copy, catalogue, org)) {
			if (!(await carryContent(stores.keptBlobs, target, path))) return undefined;
			draw(`files of ${org}`, ++contents, 0);
		}
	return contents;
};

/** One attempt: a copy of the database, and every content it needs. */
const attempt = async (work: BackupWork): Promise<Result<BackupAbout | undefined, string>> => {
	const { terminal, stores, folder, draw } = work;
	const fresh = `${databaseIn(folder)}.new`;
	const at = new Date(terminal.clock.now()).toISOString();
	backupSqlite(databaseIn(stores.folder), fresh, neverCopied());
	const copy = await openCopy(terminal, fresh, stores.keys);
	try {
		const rows = await checkCopy(terminal, copy, stores, draw);
		if (!rows.ok) return err(`${rows.error} "navette key check" says more.`);
		const contents = await carryNeeded(work, copy.store);
		if (contents === undefined) return ok(undefined);
		const organisations = [...(await copy.kept.organisations())];
		return ok({ at, epoch: copy.kept.epoch, organisations, rows: rows.value, contents });
	} finally {
		await copy.store.close();
	}
};

/** Contents of a backup that nothing needs any more. */
const prune = async ({ terminal, stores, folder, target }: BackupWork): Promise<void> => {
	const copy = await openCopy(terminal, databaseIn(folder), stores.keys);
	try {
		for (const org of await copy.kept.organisations()) {
			const needed = new Set<string>();
			for await (const path of contentsNeeded(copy.store, catalogueOf(APPLICATIONS), org))
				needed.add(path);
			const types = await copy.kept.snapshot(org, (reader) => reader.types());
			// contents of types of an application that is not here cannot be told from what is left over
			if (types.some((type) => !catalogueOf(APPLICATIONS).documents.has(type))) continue;
			for await (const { path } of target.list(org))
				if (!needed.has(path)) await target.remove(path);
		}
	} finally {
		await copy.store.close();
	}
};

const run = async (work: BackupWork): Promise<Result<BackupAbout, string>> => {
	const { stores, folder, target, draw } = work;
	for (const org of await stores.store.organisations())
		await carryAll(stores.keptBlobs, target, org, (count) => draw(`files of ${org}`, count, 0));
	for (let tried = 0; tried < TRIES; tried++) {
		const done = await attempt(work);
		if (!done.ok) return done;
		if (done.value === undefined) continue;
		renameSync(`${databaseIn(folder)}.new`, databaseIn(folder));
		syncFolder(folder);
		writeAbout(folder, done.value);
		await prune(work);
		return ok(done.value);
	}
	return err(
		'A file that documents name is not in the store of files: "navette key check" says which.',
	);
};

/** `navette backup`: one state of everything, beside a server that goes on; again = what is new. */
export const backUp = (terminal: Terminal, folder: string): Promise<Outcome> =>
	withStores(terminal, true, async (stores, config) => {
		if (config.providers.documents.store !== 'sqlite')
			return err(
				`The documents are in ${DOCUMENT_STORES[config.providers.documents.store]}, which has tools of its own: docs/backup.md says how.`,
			);
		await mkdir(folder, { recursive: true, mode: 0o700 });
		if (readdirSync(folder).length > 0 && !readAbout(folder))
			return err(`${folder} holds something else than a finished backup. Nothing was changed.`);
		const { random } = terminal;
		const target = await createFsBlobStore({ folder: filesIn(folder), random });
		const shown = showProgress(terminal);
		const done = await run({ terminal, stores, folder, target, draw: shown.draw });
		shown.end();
		await target.close();
		if (!done.ok)
			return err(`${done.error} The backup was not finished; an earlier one is as it was.`);
		const { at, organisations, rows, contents } = done.value;
		return ok({
			json: { folder, ...done.value },
			lines: [
				`${folder} holds everything as of ${at}: ${organisations.length} organisations, ${rows} rows, ${contents} files; every row was opened.`,
				'The site keys are not in it: keep a copy of their file somewhere else.',
			],
		});
	});
