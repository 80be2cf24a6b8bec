import { copyFileSync, existsSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { type Config, readConfig } from '@navette/app-server/config';
import { openDataFolder } from '@navette/app-server/data-folder';
import { lockFolder } from '@navette/app-server/folder-lock';
import { DOCUMENT_STORES } from '@navette/app-server/provider-config';
import { databaseIn, openFiles } from '@navette/app-server/providers';
import { keysIn, openGivenKeys, readSiteKeys, writeSiteKeys } from '@navette/app-server/site-keys';
import { createFsBlobStore } from '@navette/blobs-fs';
import { err, ok, type Random, type Result, silentLog, systemTimers } from '@navette/core';
import {
	completeKeyRings,
	createContentCipher,
	createSiteKeys,
	type KeyRings,
	renewKeyRing,
} from '@navette/site-keys';
import { type BlobStore, sealBlobStore } from '@navette/storage';
import { createSqliteDocumentStore } from '@navette/storage-sqlite';
import { type Drawing, showProgress } from '../archives/show-progress.ts';
import type { Outcome } from '../outcome.ts';
import type { Terminal } from '../terminal.ts';
import { openStoresOf } from '../with-stores.ts';
import { checkCopy, filesIn, openCopy } from './backup.ts';
import { readAbout } from './backup-about.ts';
import { carryAll } from './carry-contents.ts';

const said = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** Keys of the site that is restored; they come from elsewhere, and must be there first. */
const keysOf = ({ data, keys, siteKeys }: Config): Result<KeyRings, string> => {
	if (siteKeys !== undefined) {
		const given = openGivenKeys(siteKeys);
		return given.ok ? ok(given.value.rings()) : given;
	}
	const file = keys ?? keysIn(data);
	return existsSync(file)
		? readSiteKeys(file)
		: err(`Put the copy of the site keys in ${path.resolve(file)} first. Nothing was changed.`);
};

/**
 * What keys of a PIN sealed dies with a restoration: a try that was counted since the backup must not be
 * given back.
 */
const renewPins = ({ data, keys, siteKeys }: Config, rings: KeyRings, random: Random): string => {
	if (siteKeys !== undefined)
		return 'Draw the key for pin in NAVETTE_SITE_KEYS anew: entries by PIN of the backup must not open.';
	const complete = completeKeyRings(rings, random);
	const pin = complete.pin && renewKeyRing(complete.pin, random);
	writeSiteKeys(keys ?? keysIn(data), { ...complete, ...(pin ? { pin } : {}) });
	return 'Entries by PIN have to be made again; phrases enter as before.';
};

const carryFiles = async (
	from: BlobStore,
	to: BlobStore,
	organisations: readonly string[],
	draw: Drawing,
): Promise<void> => {
	for (const org of organisations)
		await carryAll(from, to, org, (count) => draw(`files of ${org}`, count, 0));
};

/** The database of a backup, in its place and with a history of its own from the first instant. */
const placeDatabase = async (terminal: Terminal, from: string, data: string): Promise<void> => {
	const fresh = `${databaseIn(data)}.new`;
	for (const end of ['', '-wal', '-shm']) rmSync(`${fresh}${end}`, { force: true });
	copyFileSync(databaseIn(from), fresh);
	const { random } = terminal;
	const store = await createSqliteDocumentStore({ path: fresh, random, restored: true });
	await store.close();
	renameSync(fresh, databaseIn(data));
};

const restoreInto = async (
	terminal: Terminal,
	config: Config,
	data: string,
	from: string,
): Promise<Outcome> => {
	if (config.providers.documents.store !== 'sqlite')
		return err(
			`The documents are in ${DOCUMENT_STORES[config.providers.documents.store]}: put them back with its own tools, then navette restore --in-place; docs/backup.md says how.`,
		);
	const about = readAbout(from);
	if (!about) return err(`${from} is no finished backup. Nothing was changed.`);
	if (existsSync(databaseIn(data)))
		return err(
			`There is a database in ${data} already: move that folder away, and keep it. Nothing was changed.`,
		);
	const rings = keysOf(config);
	if (!rings.ok) return rings;
	const { random } = terminal;
	const keys = createSiteKeys(() => rings.value, random);
	const shown = showProgress(terminal);
	const source = await createFsBlobStore({ folder: filesIn(from), random, beside: true });
	const target = await openFiles(config.providers.files, data, {
		...{ clock: terminal.clock, random, timers: systemTimers, log: silentLog, beside: false },
	});
	try {
		const blobs = sealBlobStore(
			source,
			createContentCipher(() => keys.for('files').ring(), random),
		);
		const copy = await openCopy(terminal, databaseIn(from), keys);
		const rows = await checkCopy(terminal, copy, { keys, blobs }, shown.draw);
		await copy.store.close();
		if (!rows.ok) return err(`${rows.error} Nothing was changed.`);
		await carryFiles(source, target, about.organisations, shown.draw);
		const pins = renewPins(config, rings.value, random);
		await placeDatabase(terminal, from, data);
		return ok({
			json: { ...about, folder: data },
			lines: [
				`Everything is as of ${about.at}: ${about.organisations.length} organisations, ${about.rows} rows, ${about.contents} files.`,
				'What was saved after that is lost; operations that still wait on devices will be done. Devices compare everything once.',
				pins,
			],
		});
	} finally {
		shown.end();
		await source.close();
		await target.close();
	}
};

/** `navette restore`: a backup becomes the data of a site that has none. */
export const restoreFrom = async (terminal: Terminal, from: string): Promise<Outcome> => {
	const read = readConfig(terminal.environment, terminal.readFile);
	if (!read.ok) return read;
	const { config } = read.value;
	const folder = openDataFolder(config.data);
	if (!folder.ok) return folder;
	const lock = lockFolder(folder.value);
	if (!lock.ok) return lock;
	try {
		return await restoreInto(terminal, config, folder.value, path.resolve(from));
	} catch (error) {
		return err(`The backup could not be put back: ${said(error)}. Run it again.`);
	} finally {
		lock.value();
	}
};

/** `navette restore --in-place`: the data were put back by other means (`pg_restore`, a copy of files). */
export const acknowledgeRestored = async (terminal: Terminal): Promise<Outcome> => {
	const read = readConfig(terminal.environment, terminal.readFile);
	if (!read.ok) return read;
	const { config } = read.value;
	const rings = keysOf(config);
	if (!rings.ok) return rings;
	const opened = await openStoresOf(terminal, config, false, true);
	if (!opened.ok) return opened;
	const { store, blobs, release } = opened.value;
	const { epoch } = store;
	await store.close();
	await blobs.close();
	release();
	const pins = renewPins(config, rings.value, terminal.random);
	return ok({
		json: { epoch },
		lines: ['The history of the data starts anew: devices compare everything once.', pins],
	});
};
