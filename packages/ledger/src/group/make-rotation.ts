import { bytesToHex, type Random } from '@navette/core';
import { epochKeyHash, sealEpochKey, wrapEarlierKey } from '../epoch-keys.ts';
import type { Ledger } from '../ledger.ts';
import type { GroupRotation } from './group-op.ts';
import { type GroupState, keyHoldersOf, presentEpoch } from './group-state.ts';

/**
 * A new key for a group, sealed to each holder but those who go, with the present one under it.
 *
 * @param present the key of the present epoch, 32 bytes
 * @param without who is removed by the same entry
 */
export const makeRotation = async (
	ledger: Ledger<GroupState>,
	present: Uint8Array,
	without: readonly Uint8Array[],
	deps: { readonly random: Random },
): Promise<{ readonly rotation: GroupRotation; readonly key: Uint8Array }> => {
	const { state, tenant } = ledger;
	const epoch = presentEpoch(state).number + 1;
	const place = { tenant, origin: state.origin, epoch };
	const key = deps.random.bytes(32);
	const gone = new Set(without.map(bytesToHex));
	const keys: [Uint8Array, Uint8Array][] = [];
	for (const name of keyHoldersOf(state)) {
		const member = state.members.get(name);
		if (member === undefined || gone.has(name)) continue;
		keys.push([member.identity.id, await sealEpochKey(place, key, member.identity, deps)]);
	}
	const earlier = await wrapEarlierKey(place, key, present, deps);
	return { rotation: { epoch, keyHash: epochKeyHash(place, key), earlier, keys }, key };
};
