import type { Result } from '@navette/core';
import type { LocalStore, LocalStoreFault } from '@navette/local-store';
import type { Entry } from './entry.ts';

/** The accesses this device holds, one per organisation. */
export interface AccessBook {
	/** in the order of entry */
	list(): Promise<readonly Entry[]>;
	find(org: string): Promise<Entry | undefined>;
	/** keeps an access, in place of the one of the same organisation */
	keep(entry: Entry): Promise<Result<void, LocalStoreFault>>;
	forget(org: string): Promise<Result<void, LocalStoreFault>>;
}

const NAME = 'accesses';

const isEntry = (value: unknown): value is Entry => {
	if (typeof value !== 'object' || value === null) return false;
	const { org, token } = value as Partial<Record<keyof Entry, unknown>>;
	return typeof org === 'string' && typeof token === 'string';
};

/** Keeps accesses sealed in the store of the device: tokens are never on the disk in clear. */
export const createAccessBook = (store: LocalStore): AccessBook => {
	const list = async () => {
		const kept = await store.readMeta(NAME);
		return Array.isArray(kept) ? kept.filter(isEntry) : [];
	};
	const without = async (org: string) => (await list()).filter((entry) => entry.org !== org);
	return {
		list,
		find: async (org) => (await list()).find((entry) => entry.org === org),
		keep: async ({ org, token }) =>
			store.writeMeta(NAME, [...(await without(org)), { org, token }]),
		forget: async (org) => store.writeMeta(NAME, await without(org)),
	};
};
