import type { Random } from '@navette/core';
import { createIdentity, drawSeeds, type IdentityType, type OwnIdentity } from '../identity.ts';

export const TENANT = 'orga';

/** A few identities of one type and tenant. */
export const createCast = (
	count: number,
	deps: { readonly random: Random },
	type: IdentityType = 'avatar',
	tenant: string = TENANT,
): Promise<OwnIdentity[]> =>
	Promise.all(
		Array.from({ length: count }, () =>
			createIdentity({ type, tenant, at: 1_000 }, drawSeeds(deps), deps),
		),
	);
