import { bytesToHex } from '@navette/core';
import type { Stage } from '../attack.ts';
import { nowOf } from '../history.ts';

/** Somebody who is in the group, to be deceived. */
export const someMember = ({ history, dice }: Stage) => {
	const { members } = nowOf(history).state;
	const active = history.cast.filter(
		({ id }) => members.get(bytesToHex(id))?.standing === 'active',
	);
	return dice.oneOf(active);
};
