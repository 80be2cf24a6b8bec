import { existsSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type Config, readConfig } from '@navette/app-server/config';
import { APPLICATIONS, catalogueOf } from '@navette/app-server/site';
import type { SiteStores } from '@navette/app-server/site-stores';
import { isAsInArchive, verifyArchive } from '@navette/archive';
import { err, ok, type Result } from '@navette/core';
import { generateSealingKey, type SealingKey, sealingKeyFromSeed } from '@navette/crypto';
import type { OrganisationStatus } from '@navette/storage';
import { openArchiveSource } from '../archives/archive-on-disk.ts';
import { showProgress } from '../archives/show-progress.ts';
import type { Outcome } from '../outcome.ts';
import type { Terminal } from '../terminal.ts';
import { openStoresOf, withStores } from '../with-stores.ts';
import { contentsOfManifest, exportTo } from './exports.ts';
import { importFrom } from './imports.ts';
import { changeHost, expectService } from './services.ts';

/** Which organisation moves, and where to. */
export interface MoveOptions {
	readonly org: string;
	/** File of configuration of the other site. */
	readonly config: string;
	/** Code it gets there. */
	readonly as?: string | undefined;
	/** Of which service the directory is told: devices see that it moves, and where it is then. */
	readonly service?: string | undefined;
	/** Who hosts it there, as the directory names him; the same operator when absent. */
	readonly to?: string | undefined;
}

const statusOf = ({ store }: SiteStores, org: string) =>
	store.snapshot(org, async (reader) => (await reader.organisation())?.status);

const setStatus = ({ store }: SiteStores, org: string, status: OrganisationStatus) =>
	store.transaction(async (transaction) => {
		const writer = transaction.in(org);
		const row = await writer.organisation();
		if (row) await writer.putOrganisation({ ...row, status });
	});

/** The other site, configured by its file alone. */
const otherConfig = (terminal: Terminal, file: string): Result<Config, string> => {
	if (terminal.readFile(file) === undefined)
		return err(`${file} cannot be read: it names the data of the other site. Nothing was changed.`);
	const read = readConfig({ NAVETTE_CONFIG: file }, terminal.readFile);
	return read.ok ? ok(read.value.config) : read;
};

/** The pair that the archive of a move is sealed to, kept sealed by this site until it is over. */
const pairOfMove = async (
	terminal: Terminal,
	{ keys }: SiteStores,
	file: string,
): Promise<SealingKey> => {
	const sealer = keys.for('archives');
	const kept = existsSync(file) ? sealer.open(['move'], await readFile(file)) : undefined;
	if (kept) return sealingKeyFromSeed(kept);
	const pair = generateSealingKey({ random: terminal.random });
	await writeFile(file, sealer.seal(['move'], pair.seed), { mode: 0o600, flush: true });
	return pair;
};

/** Whether an earlier attempt left a whole archive of what the organisation is now. */
const isStillRight = async (
	terminal: Terminal,
	{ store }: SiteStores,
	org: string,
	file: string,
	pair: SealingKey,
): Promise<boolean> => {
	if (!existsSync(file)) return false;
	const source = await openArchiveSource(file);
	const shown = showProgress(terminal);
	try {
		const verified = await verifyArchive(source, pair, shown.progress);
		if (!verified.ok) return false;
		const deps = { store, catalogue: catalogueOf(APPLICATIONS) };
		return await isAsInArchive(deps, org, verified.value.manifest, shown.progress);
	} finally {
		shown.end();
		await source.close();
	}
};

const carry = async (
	terminal: Terminal,
	from: SiteStores,
	to: SiteStores,
	{ org, as }: MoveOptions,
): Promise<Outcome> => {
	const file = path.join(to.folder, `moving-${org}.navette`);
	const pair = await pairOfMove(terminal, from, `${file}.pair`);
	if (!(await isStillRight(terminal, from, org, file, pair))) {
		await rm(file, { force: true });
		await setStatus(from, org, 'frozen');
		terminal.error(`1. "${org}" is frozen here: it can be read, nothing is written.`);
		const written = await exportTo(terminal, from, { org, out: file }, pair.publicKey);
		if (!written.ok) return written;
	}
	terminal.error(`2. It is written to ${file}.`);
	const done = await importFrom(terminal, to, { file, as, status: 'open' }, pair);
	if (!done.ok)
		return err(
			`${done.error} It stays frozen here: run the move again, or "navette org open ${org}".`,
		);
	terminal.error(`3. It is there, compared row by row, and open as "${done.value.org}".`);
	await setStatus(from, org, 'closed');
	for (const one of [file, `${file}.pair`]) await rm(one, { force: true });
	return ok({
		json: { org, as: done.value.org, ...done.value.manifest.counts },
		lines: [
			`"${org}" moved: ${contentsOfManifest(done.value.manifest)}. It is closed here, and nothing of it was deleted.`,
			'Lead its address to the other site; devices compare everything once and go on.',
		],
	});
};

/** Why it cannot move from here, if it cannot. */
const refusalOf = async (
	from: SiteStores,
	to: Config,
	{ org, as }: MoveOptions,
): Promise<string | undefined> => {
	const status = await statusOf(from, org);
	if (status === undefined || status === 'importing')
		return `There is no organisation "${org}". "navette org list" shows them.`;
	if (status === 'closed')
		return `"${org}" is closed: open or freeze it first, if it did not move already.`;
	return path.resolve(to.data) === from.folder && as === undefined
		? 'Both sites are the same: give it another code with --as. Nothing was changed.'
		: undefined;
};

/** Looks at what can be seen before anything is begun. */
const mayMove = (terminal: Terminal, to: Config, options: MoveOptions): Promise<Outcome> =>
	withStores(terminal, false, async (from) => {
		const refusal = await refusalOf(from, to, options);
		return refusal === undefined ? ok({ json: {}, lines: [] }) : err(refusal);
	});

const carryBetween = (terminal: Terminal, config: Config, options: MoveOptions): Promise<Outcome> =>
	withStores(terminal, false, async (from) => {
		const refusal = await refusalOf(from, config, options);
		if (refusal !== undefined) return err(refusal);
		const to = await openStoresOf(terminal, config, false);
		if (!to.ok) return to;
		try {
			return await carry(terminal, from, to.value, options);
		} finally {
			await to.value.store.close();
			await to.value.blobs.close();
			to.value.release();
		}
	});

/** Carries it while the directory says that it moves, then says where it is. */
const moveInSight = async (
	terminal: Terminal,
	service: string,
	config: Config,
	options: MoveOptions,
): Promise<Outcome> => {
	const { org, to } = options;
	const may = await mayMove(terminal, config, options);
	if (!may.ok) return may;
	const known = to === undefined ? may : await expectService(terminal, service, to);
	if (!known.ok) return known;
	const moving = { status: 'restricted', text: `"${org}" moves to another server.` } as const;
	const begun = await changeHost(terminal, service, org, moving);
	if (!begun.ok) return begun;
	for (const line of begun.value.lines) terminal.error(line);
	const carried = await carryBetween(terminal, config, options);
	if (!carried.ok)
		return err(`${carried.error} The directory says that it moves until the move is run again.`);
	const ended = await changeHost(terminal, service, org, { status: 'open', text: '', to });
	if (!ended.ok)
		return err(
			`It moved, but the directory could not be told: ${ended.error} "navette service host" tells it.`,
		);
	return ok({ ...carried.value, lines: [...carried.value.lines, ...ended.value.lines] });
};

/**
 * `navette org move`: freezes an organisation, carries it to another site, opens it there and closes it
 * here; tells the directory at the beginning and at the end. Run again after an interruption, it goes on.
 */
export const moveOrganisation = async (
	terminal: Terminal,
	options: MoveOptions,
): Promise<Outcome> => {
	const { service, to, as } = options;
	if (service === undefined && to !== undefined)
		return err('--to goes with --service. Nothing was changed.');
	if (service !== undefined && as !== undefined)
		return err(
			'Under another code it is another organisation of the directory: move it without --service, then "navette service host" declares it there. Nothing was changed.',
		);
	const config = otherConfig(terminal, options.config);
	if (!config.ok) return config;
	return service === undefined
		? carryBetween(terminal, config.value, options)
		: moveInSight(terminal, service, config.value, options);
};
