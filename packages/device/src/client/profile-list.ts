import type { Result } from '@navette/core';
import type { LocalStore, LocalStoreFault } from '@navette/local-store';
import { type Profile, parseProfile } from './profile.ts';

/** The profiles of a device. */
export interface ProfileList {
	/** In the order they were made. */
	list(): Promise<readonly Profile[]>;
	find(id: string): Promise<Profile | undefined>;
	/** Keeps a profile, in place of the one of the same id; durable when it resolves. */
	keep(profile: Profile): Promise<Result<void, LocalStoreFault>>;
	forget(id: string): Promise<Result<void, LocalStoreFault>>;
}

const NAME = 'profiles';

/** The list, in the store of the device: who opens the browser may read it. */
export const createProfileList = (store: LocalStore): ProfileList => {
	const list = async () => {
		const kept = await store.readMeta(NAME);
		return (Array.isArray(kept) ? kept : []).flatMap((one: unknown) => parseProfile(one) ?? []);
	};
	return {
		list,
		find: async (id) => (await list()).find((profile) => profile.id === id),
		async keep(profile) {
			const known = await list();
			const isNew = !known.some(({ id }) => id === profile.id);
			const next = known.map((one) => (one.id === profile.id ? profile : one));
			return store.writeMeta(
				NAME,
				[...next, ...(isNew ? [profile] : [])].map((one) => ({ ...one })),
			);
		},
		forget: async (id) =>
			store.writeMeta(
				NAME,
				(await list()).filter((one) => one.id !== id).map((one) => ({ ...one })),
			),
	};
};
