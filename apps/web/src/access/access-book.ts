import type { Result } from '@navette/core';
import type { SheetHead } from '@navette/directory/client';
import type { LocalStore, LocalStoreFault } from '@navette/local-store';
import { type Access, isAccess } from './access.ts';

/** The accesses this device holds, one per organisation. */
export interface AccessBook {
	/** in the order of entry */
	list(): Promise<readonly Access[]>;
	find(org: string): Promise<Access | undefined>;
	/** keeps an access, in place of the one of the same organisation */
	keep(access: Access): Promise<Result<void, LocalStoreFault>>;
	forget(org: string): Promise<Result<void, LocalStoreFault>>;
	/** The last sheet of the directory that was seen here: an older one is refused. */
	head(): Promise<SheetHead | undefined>;
	keepHead(head: SheetHead): Promise<Result<void, LocalStoreFault>>;
}

const NAME = 'accesses';
const HEAD = 'sheet-head';

const isHead = (value: unknown): value is SheetHead =>
	typeof value === 'object' && value !== null && 'rev' in value && 'digest' in value;

/** Keeps accesses sealed in the store of the device: no secret is ever on the disk in clear. */
export const createAccessBook = (store: LocalStore): AccessBook => {
	const list = async () => {
		const kept = await store.readMeta(NAME);
		return Array.isArray(kept) ? kept.filter(isAccess) : [];
	};
	const without = async (org: string) => (await list()).filter((access) => access.org !== org);
	return {
		list,
		find: async (org) => (await list()).find((access) => access.org === org),
		keep: async (access) => store.writeMeta(NAME, [...(await without(access.org)), { ...access }]),
		forget: async (org) => store.writeMeta(NAME, await without(org)),
		async head() {
			const kept = await store.readMeta(HEAD);
			return isHead(kept) ? kept : undefined;
		},
		keepHead: (head) => store.writeMeta(HEAD, { ...head }),
	};
};
