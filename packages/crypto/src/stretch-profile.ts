import type { Brand } from '@navette/core';
import type { Argon2Costs } from './backend/primitives.ts';

/**
 * How dear stretching is. An opaque object, known by its identity: nothing decoded from a message or
 * a file can be one, so no server can make phrases cheap.
 */
export type StretchProfile = Brand<object, 'StretchProfile'>;

const known = new WeakMap<object, Argon2Costs>();

/** Not exported from the package: the standard profile and the one of tests are made here. */
export const registerProfile = (costs: Argon2Costs): StretchProfile => {
	const profile = Object.freeze({});
	known.set(profile, costs);
	return profile as StretchProfile;
};

/** 64 MiB, 3 passes, 1 lane: what every phrase of a person goes through. */
export const STANDARD_STRETCH = registerProfile({ memoryKiB: 65_536, passes: 3, lanes: 1 });

/** The costs of a profile; an object that is not one throws. */
export const costsOf = (profile: StretchProfile): Argon2Costs => {
	const costs = known.get(profile);
	if (costs === undefined) throw new Error('not a stretch profile');
	return costs;
};
