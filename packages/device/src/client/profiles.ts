import { bytesToBase64Url, type Clock, err, ok, type Random, type Result } from '@navette/core';
import type { LocalStoreFault } from '@navette/local-store';
import { holdKey, type KeyHolder } from './key-holder.ts';
import { openUnderPhrase, type SealPlace, sealUnderPhrase } from './phrase-seal.ts';
import type { Profile } from './profile.ts';
import type { ProfileList } from './profile-list.ts';
import type { Stretcher } from './stretcher.ts';

/** A profile whose key is in memory. */
export interface OpenProfile {
	readonly profile: Profile;
	readonly holder: KeyHolder;
}

/**
 * `wrong`: not its phrase, one more try is left where it is strict. `erased`: the second in a row on a
 * strict profile. `unknown`: no such profile. A fault: the device could not count the try, so it was
 * not evaluated.
 */
export type OpenFault = 'wrong' | 'erased' | 'unknown' | LocalStoreFault;

/** The profiles of a device. */
export interface Profiles {
	list(): Promise<readonly Profile[]>;
	/** Makes a profile and opens it. */
	create(wanted: {
		readonly name: string;
		readonly phrases: readonly string[];
		readonly strict: boolean;
	}): Promise<Result<OpenProfile, LocalStoreFault>>;
	/** Opens a profile by its phrases, without network. */
	open(id: string, phrases: readonly string[]): Promise<Result<OpenProfile, OpenFault>>;
	/** Opens a profile by its key, which somebody else kept sealed; takes the bytes, which it wipes. */
	openWith(id: string, bytes: Uint8Array): Promise<Result<OpenProfile, 'unknown'>>;
	/** Changes what the list says of a profile. */
	change(
		id: string,
		change: Partial<Pick<Profile, 'name' | 'strict' | 'sleepAfter'>>,
	): Promise<Result<Profile, 'unknown' | LocalStoreFault>>;
	/** Erases a profile and all that it kept here. */
	erase(id: string): Promise<void>;
}

/** Failures in a row that erase a strict profile. */
const TRIES = 2;

const placeOf = (id: string): SealPlace => ({ purpose: 'nv/plane', owner: id });

export const createProfiles = (deps: {
	readonly list: ProfileList;
	readonly stretch: Stretcher;
	readonly random: Random;
	readonly clock: Clock;
	/** Removes the base of a profile. */
	readonly removeBase: (id: string) => Promise<void>;
}): Profiles => {
	const { list, random, stretch } = deps;

	const erase = async (id: string) => {
		/* the sealed key first: a kill in between leaves a base that nobody opens */
		await list.forget(id);
		await deps.removeBase(id);
	};

	/** Counts on the disk, evaluates, then forgets the count when it was right. */
	const tryPhrases = async (
		profile: Profile,
		phrases: readonly string[],
	): Promise<Result<OpenProfile, OpenFault>> => {
		const failures = profile.failures + 1;
		const counted = await list.keep({ ...profile, failures });
		if (!counted.ok) return counted;
		const bytes = await openUnderPhrase(profile.sealed, phrases, placeOf(profile.id), stretch);
		if (bytes) {
			const opened = { ...profile, failures: 0 };
			await list.keep(opened);
			return ok({ profile: opened, holder: await holdKey(bytes, random) });
		}
		if (!profile.strict || failures < TRIES) return err('wrong');
		await erase(profile.id);
		return err('erased');
	};

	return {
		list: list.list,
		async openWith(id, bytes) {
			const profile = await list.find(id);
			if (!profile) return err('unknown');
			const opened = { ...profile, failures: 0 };
			await list.keep(opened);
			return ok({ profile: opened, holder: await holdKey(bytes, random) });
		},
		async create({ name, phrases, strict }) {
			const id = bytesToBase64Url(random.bytes(16));
			const bytes = random.bytes(32);
			const sealed = await sealUnderPhrase(bytes, phrases, placeOf(id), deps);
			const profile: Profile = {
				...{ id, name, sealed, strict, created: deps.clock.now() },
				pair: phrases.length > 1,
				...{ failures: 0, sleepAfter: 0 },
			};
			const kept = await list.keep(profile);
			if (!kept.ok) return kept;
			return ok({ profile, holder: await holdKey(bytes, random) });
		},
		async open(id, phrases) {
			const profile = await list.find(id);
			if (!profile) return err('unknown');
			if (profile.strict && profile.failures >= TRIES) {
				/* killed between the count and the end: that try was one too */
				await erase(id);
				return err('erased');
			}
			return tryPhrases(profile, phrases);
		},
		async change(id, change) {
			const profile = await list.find(id);
			if (!profile) return err('unknown');
			const next = { ...profile, ...change };
			const kept = await list.keep(next);
			return kept.ok ? ok(next) : kept;
		},
		erase,
	};
};
