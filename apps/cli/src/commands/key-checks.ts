import { APPLICATIONS, catalogueOf } from '@navette/app-server/site';
import type { SiteStores } from '@navette/app-server/site-stores';
import { err, ok, type Result } from '@navette/core';
import { type KeyPurpose, retireFromKeyRing } from '@navette/site-keys';
import { showProgress } from '../archives/show-progress.ts';
import type { Outcome } from '../outcome.ts';
import type { Terminal } from '../terminal.ts';
import { withStores } from '../with-stores.ts';
import { changeRing, parsePurpose } from './keys.ts';

/** What all organisations of a site hold under each key. */
interface Found {
	readonly rows: number;
	readonly contents: number;
	readonly byKey: { readonly data: Map<number, number>; readonly files: Map<number, number> };
	readonly damaged: { readonly org: string; readonly what: string }[];
	/** Document types that this program does not know. */
	readonly undeclared: readonly string[];
}

const addTo = (all: Map<number, number>, some: ReadonlyMap<number, number>): void => {
	for (const [key, count] of some) all.set(key, (all.get(key) ?? 0) + count);
};

const lookAtAll = async (terminal: Terminal, stores: SiteStores): Promise<Found> => {
	const sealing = stores.sealing(catalogueOf(APPLICATIONS));
	const byKey = { data: new Map<number, number>(), files: new Map<number, number>() };
	const damaged: Found['damaged'] = [];
	const undeclared = new Set<string>();
	let [rows, contents] = [0, 0];
	const shown = showProgress(terminal);
	for (const org of await sealing.organisations()) {
		const seen = await sealing.checkRows(org, (count) => shown.draw(`rows of ${org}`, count, 0));
		rows += seen.rows;
		addTo(byKey.data, seen.byKey);
		for (const what of seen.damaged) damaged.push({ org, what });
		if (seen.damaged.length > 0) continue;
		const files = await sealing.checkContents(org, (count) =>
			shown.draw(`files of ${org}`, count, 0),
		);
		contents += files.contents;
		addTo(byKey.files, files.byKey);
		for (const fid of files.damaged) damaged.push({ org, what: `content ${fid}` });
		for (const type of files.undeclared) undeclared.add(type);
	}
	shown.end();
	return { rows, contents, byKey, damaged, undeclared: [...undeclared] };
};

const linesFor = (
	purpose: 'data' | 'files',
	{ keys }: SiteStores,
	found: Found,
	of: string,
): readonly string[] => {
	const ring = keys.for(purpose).ring();
	const sealing = ring.keys.at(-1)?.id;
	return ring.keys.map(({ id }) => {
		const count = found.byKey[purpose].get(id) ?? 0;
		const role = id === sealing ? 'seals' : count === 0 ? 'may retire' : 'still needed';
		return `${purpose} key ${id}: ${count} ${of}, ${role}`;
	});
};

/** `navette key check`: opens every row, beside a server if need be. */
export const checkKeys = (terminal: Terminal): Promise<Outcome> =>
	withStores(terminal, true, async (stores) => {
		const found = await lookAtAll(terminal, stores);
		const { rows, contents, damaged, undeclared } = found;
		const lines = [
			...linesFor('data', stores, found, 'values'),
			...linesFor('files', stores, found, 'files'),
			...damaged.map(({ org, what }) => `✖ ${org}: ${what} cannot be opened`),
			...undeclared.map(
				(type) => `! files of ${type} were not looked at: its application is not here`,
			),
			damaged.length > 0
				? `${damaged.length} altered, moved, or sealed by a key that is not here; all the others open.`
				: `All ${rows} rows and ${contents} files open.`,
		];
		const counted = {
			data: Object.fromEntries(found.byKey.data),
			files: Object.fromEntries(found.byKey.files),
		};
		return ok({
			json: { rows, contents, ...counted, damaged, undeclared },
			lines,
			isBad: damaged.length > 0,
		});
	});

/** `navette key reseal`: what a server does by itself after a rotation, without one. */
export const resealAll = (terminal: Terminal): Promise<Outcome> =>
	withStores(terminal, false, async (stores) => {
		const sealing = stores.sealing(catalogueOf(APPLICATIONS));
		const shown = showProgress(terminal);
		let [rows, contents, left] = [0, 0, 0];
		for (const org of await sealing.organisations()) {
			const seen = await sealing.checkRows(org);
			const total = seen.rows;
			const done = await sealing.reseal(org, (count) =>
				shown.draw(`sealing ${org} again`, Math.min(count, total), total),
			);
			rows += done.rows;
			contents += done.contents;
			left += done.left;
		}
		shown.end();
		const lines = [`${rows} rows and ${contents} files were sealed again.`];
		if (left > 0) lines.push(`${left} cannot be: "navette key check" says which.`);
		return ok({ json: { rows, contents, left }, lines, isBad: left > 0 });
	});

/** Why a key that sealed something of ours cannot go yet. */
const stillNeeded = async (
	terminal: Terminal,
	purpose: 'data' | 'files',
	id: number,
): Promise<Result<void, string>> => {
	let found: Found | undefined;
	const looked = await withStores(terminal, true, async (stores) => {
		found = await lookAtAll(terminal, stores);
		return ok({ json: {}, lines: [] });
	});
	if (!looked.ok) return looked;
	const count = found?.byKey[purpose].get(id) ?? 0;
	if (count > 0)
		return err(
			`Key ${id} of ${purpose} is still needed by ${count}: rotate, then seal again (navette key check). Nothing was changed.`,
		);
	const [unknown] = found?.undeclared ?? [];
	if (purpose === 'files' && unknown !== undefined)
		return err(
			`Files of ${unknown} cannot be looked at: its application is not here. Nothing was changed.`,
		);
	return (found?.damaged.length ?? 0) > 0
		? err('Some of what is kept cannot be opened: "navette key check" first. Nothing was changed.')
		: ok(undefined);
};

/** `navette key retire`: takes a key away that nothing needs. */
export const retireKey = async (
	terminal: Terminal,
	name: string,
	number: string,
	force: boolean,
): Promise<Outcome> => {
	const purpose = parsePurpose(name);
	if (!purpose.ok) return purpose;
	const id = Number(number);
	const isOurs = (one: KeyPurpose): one is 'data' | 'files' => one === 'data' || one === 'files';
	if (!isOurs(purpose.value) && !force)
		return err(
			`What key ${id} of ${name} made is not counted here: what it sealed will open no more. If that is what you want, add --force. Nothing was changed.`,
		);
	const needed = isOurs(purpose.value)
		? await stillNeeded(terminal, purpose.value, id)
		: ok(undefined);
	if (!needed.ok) return needed;
	return changeRing(
		terminal,
		name,
		(ring) => retireFromKeyRing(ring, id),
		() => [`Key ${id} of ${name} is gone. Old backups need it: keep a copy as long as them.`],
	);
};
