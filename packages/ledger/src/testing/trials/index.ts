import { CHAIN_TRIALS } from './chain-trials.ts';
import { DEVICE_TRIALS } from './device-trials.ts';
import { INVITATION_TRIALS } from './invitation-trials.ts';
import { KEY_TRIALS } from './key-trials.ts';
import { MEMBER_TRIALS } from './member-trials.ts';
import type { Trial } from './trial.ts';

/** Everything that must hold of ledgers, played by hand. */
export const TRIALS: readonly Trial[] = [
	...CHAIN_TRIALS,
	...DEVICE_TRIALS,
	...INVITATION_TRIALS,
	...KEY_TRIALS,
	...MEMBER_TRIALS,
];
