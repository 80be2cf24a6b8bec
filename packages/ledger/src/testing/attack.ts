import type { OwnIdentity } from '../identity.ts';
import type { Dice } from './dice.ts';
import type { History } from './history.ts';
import type { Library } from './victim.ts';

/** Where an adversary plays. */
export interface Stage {
	readonly lib: Library;
	readonly history: History;
	/** The same people's other group. */
	readonly other: History;
	/** Not of the group, with keys of its own: what a server can make. */
	readonly outsider: OwnIdentity;
	readonly dice: Dice;
}

/**
 * One adversary of the catalogue (`security.md` §6). Returns what somebody was made to believe,
 * `undefined` when nobody was, `'unmounted'` when this history gives it nothing to work on.
 */
export interface Attack {
	/** `M01`… */
	readonly row: string;
	readonly name: string;
	mount(stage: Stage): Promise<string | undefined>;
}

export const UNMOUNTED = 'unmounted';
