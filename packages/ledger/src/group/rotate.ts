import { bytesToHex, err, ok, type Result } from '@navette/core';
import type { LedgerFault } from '../ledger-fault.ts';
import type { GroupRotation } from './group-op.ts';
import { type GroupState, keyHoldersOf, presentEpoch } from './group-state.ts';

/**
 * The state under a new key: the epoch grows by exactly one, and the key is sealed to each present
 * holder and to nobody else.
 */
export const rotate = (
	state: GroupState,
	rotation: GroupRotation,
): Result<GroupState, LedgerFault> => {
	if (rotation.epoch !== presentEpoch(state).number + 1) return err('epoch');
	const keys = new Map(rotation.keys.map(([id, sealed]) => [bytesToHex(id), sealed]));
	const holders = keyHoldersOf(state);
	const reachesAll = holders.length === keys.size && holders.every((id) => keys.has(id));
	if (!reachesAll || keys.size !== rotation.keys.length) return err('forbidden');
	const { epoch: number, keyHash, earlier } = rotation;
	const epochs = [...state.epochs, { number, keyHash, earlier, keys }];
	return ok({ ...state, epochs, isRotationDue: false, writes: 0 });
};
