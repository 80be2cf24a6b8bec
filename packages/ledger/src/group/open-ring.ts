import { bytesToHex, err, ok, type Result } from '@navette/core';
import { type EpochRing, openEarlierKey, openEpochKey } from '../epoch-keys.ts';
import type { OwnIdentity } from '../identity.ts';
import type { Ledger } from '../ledger.ts';
import type { Epoch, GroupState } from './group-state.ts';

const placeOf = (ledger: Ledger<GroupState>, epoch: number) => ({
	tenant: ledger.tenant,
	origin: ledger.state.origin,
	epoch,
});

/**
 * The keys that a member holds: the last one sealed to us, and those before it. `key` = what was
 * sealed to us, or kept of the past, is not what the signed entries promise: whoever signed that
 * rotation cheated, and its author can be named.
 */
export const openRing = async (
	ledger: Ledger<GroupState>,
	us: OwnIdentity,
): Promise<Result<EpochRing, 'key'>> => {
	const name = bytesToHex(us.id);
	const { epochs } = ledger.state;
	const last = epochs.findLastIndex(({ keys }) => keys.has(name));
	const ring = new Map<number, Uint8Array>();
	const mine = epochs[last];
	const sealed = mine?.keys.get(name);
	if (mine === undefined || sealed === undefined) return ok(ring);
	const opened = await openEpochKey(placeOf(ledger, mine.number), sealed, mine.keyHash, us);
	if (!opened.ok) return opened;
	ring.set(mine.number, opened.value);
	return walkBack(ledger, epochs.slice(0, last + 1), ring);
};

const walkBack = async (
	ledger: Ledger<GroupState>,
	epochs: readonly Epoch[],
	ring: Map<number, Uint8Array>,
): Promise<Result<EpochRing, 'key'>> => {
	for (let at = epochs.length - 1; at > 0; at--) {
		const [before, epoch] = [epochs[at - 1], epochs[at]];
		const key = ring.get(epoch?.number ?? 0);
		if (before === undefined || epoch === undefined || key === undefined) return err('key');
		const place = placeOf(ledger, epoch.number);
		const opened = await openEarlierKey(place, key, epoch.earlier, before.keyHash);
		if (!opened.ok) return opened;
		ring.set(before.number, opened.value);
	}
	return ok(ring);
};
