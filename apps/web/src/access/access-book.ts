import { ok, type Result } from '@navette/core';
import type { SheetHead } from '@navette/directory/client';
import type { LocalStore, LocalStoreFault } from '@navette/local-store';
import { type Access, isAccess, isSamePlace, nameOf, type Place } from './access.ts';

/** The accesses this device holds, one for each place; two places of one code have two names. */
export interface AccessBook {
	/** in the order of entry */
	list(): Promise<readonly Access[]>;
	find(name: string): Promise<Access | undefined>;
	findAt(place: Place): Promise<Access | undefined>;
	/** Keeps an access, in place of the one of the same place; answers the name it has here. */
	keep(access: Access): Promise<Result<string, LocalStoreFault>>;
	forget(name: string): Promise<Result<void, LocalStoreFault>>;
	/** The last sheet of the directory that was seen here: an older one is refused. */
	head(): Promise<SheetHead | undefined>;
	keepHead(head: SheetHead): Promise<Result<void, LocalStoreFault>>;
}

const NAME = 'accesses';
const HEAD = 'sheet-head';

const isHead = (value: unknown): value is SheetHead =>
	typeof value === 'object' && value !== null && 'rev' in value && 'digest' in value;

/** The name of a place: the one it has, else its code, else its code and a number. */
const nameAmong = (kept: readonly Access[], place: Place): string => {
	const known = kept.find((one) => isSamePlace(one, place));
	if (known) return nameOf(known);
	const taken = new Set(kept.map(nameOf));
	const names = [place.org, ...kept.map((_one, at) => `${place.org}~${at + 2}`)];
	return names.find((name) => !taken.has(name)) ?? place.org;
};

/** Keeps accesses sealed in the store of the device: no secret is ever on the disk in clear. */
export const createAccessBook = (store: LocalStore): AccessBook => {
	const list = async () => {
		const kept = await store.readMeta(NAME);
		return Array.isArray(kept) ? kept.filter(isAccess) : [];
	};
	return {
		list,
		find: async (name) => (await list()).find((access) => nameOf(access) === name),
		findAt: async (place) => (await list()).find((access) => isSamePlace(access, place)),
		async keep(access) {
			const kept = await list();
			const name = nameAmong(kept, access);
			const { name: _before, ...own } = access;
			const fresh = name === access.org ? own : { ...own, name };
			const others = kept.filter((one) => nameOf(one) !== name);
			const written = await store.writeMeta(NAME, [...others, fresh]);
			return written.ok ? ok(name) : written;
		},
		forget: async (name) =>
			store.writeMeta(
				NAME,
				(await list()).filter((one) => nameOf(one) !== name),
			),
		async head() {
			const kept = await store.readMeta(HEAD);
			return isHead(kept) ? kept : undefined;
		},
		keepHead: (head) => store.writeMeta(HEAD, { ...head }),
	};
};
