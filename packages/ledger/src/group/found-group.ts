import type { Random } from '@navette/core';
import { epochKeyHash, sealEpochKey } from '../epoch-keys.ts';
import type { OwnIdentity } from '../identity.ts';
import { type Founded, foundLedger } from '../ledger.ts';
import { groupRules } from './group-rules.ts';
import type { InvitationMode } from './group-state.ts';

/** What the founder of a group chooses. */
export interface GroupChoice {
	readonly mode: InvitationMode;
	/** Whether whoever writes may also invite. */
	readonly isOpen: boolean;
	/** ms since 1970. */
	readonly at: number;
}

/** The first entry of a new group, and its first key (32 bytes). */
export const foundGroup = async (
	founder: OwnIdentity,
	{ mode, isOpen, at }: GroupChoice,
	deps: { readonly random: Random },
): Promise<Founded & { readonly key: Uint8Array }> => {
	const key = deps.random.bytes(32);
	const origin = deps.random.bytes(16);
	const place = { tenant: founder.tenant, origin, epoch: 1 };
	const sealed = await sealEpochKey(place, key, founder, deps);
	const op = { mode, isOpen, keyHash: epochKeyHash(place, key), key: sealed, origin };
	return { ...(await foundLedger(groupRules, founder, op, at)), key };
};
