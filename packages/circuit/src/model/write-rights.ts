import { err, ok, type Result } from '@navette/core';
import { type Failure, failure } from './errors.ts';
import type { Phase } from './phases.ts';
import type { ConsumerStatus } from './sheets.ts';

/** A role in the circuit, as the usage of its access right. */
export type Role = 'CO' | 'GC' | 'GP' | 'PR' | 'ADM';

/** What a phase opens or closes to writing. */
export type WrittenObject =
	| 'BCC.cmd'
	| 'BCC.att'
	| 'BCC.dis'
	| 'BCC.ret'
	| 'BCG.rec'
	| 'BCG.paq'
	| 'CART'
	| 'CATL'
	| 'CHL'
	| 'CHD';

type PhaseTable = Readonly<
	Record<WrittenObject, Readonly<Partial<Record<Role, readonly Phase[]>>>>
>;

/**
 * Who may write what in which phase. Phases are those of the role: a consumer's phase 1 ends
 * `avance` hours earlier; `CART` stops when the truck arrives at the group. Chats stay open in a
 * cancelled delivery: people have to be told and to answer.
 */
export const writeTable: PhaseTable = {
	'BCC.cmd': { CO: [1], GC: [1] },
	'BCC.att': { GC: [1, 4, 5] },
	'BCC.dis': { GC: [4, 5] },
	'BCC.ret': { GC: [5] },
	'BCG.rec': { GC: [4, 5] },
	'BCG.paq': { GC: [4, 5] },
	CART: { PR: [2, 3], GP: [2, 3] },
	CATL: { GP: [0, 1, 2] },
	CHL: { GP: [0, 1, 2, 3, 4, 5, 'X'], GC: [1, 2, 3, 4, 5, 'X'] },
	CHD: { GC: [1, 2, 3, 4, 5, 'X'], CO: [1, 2, 3, 4, 5, 'X'] },
};

/** Phases in which prices are frozen for good. */
const FROZEN: readonly Phase[] = [3, 4, 5];

export interface WriteAttempt {
	readonly role: Role;
	readonly object: WrittenObject;
	/** Phase for this role (`phaseForConsumer`, `phaseForGroup` or `phaseOf`). */
	readonly phase: Phase;
	/** Status of the consumer who orders; only for `CO`. */
	readonly consumer?: ConsumerStatus;
}

/**
 * Whether a role may write an object now.
 * Errors: `E-DROIT` never this role; `E-BLOQUE` the consumer is blocked; `E-ARCH` archived;
 * `E-GEL` prices are frozen; `E-PHASE` not now.
 */
export const mayWrite = (attempt: WriteAttempt): Result<void, Failure> => {
	const { role, object, phase, consumer } = attempt;
	const phases = writeTable[object][role];
	if (!phases) return err(failure('E-DROIT', { role, object }));
	const blocked = object === 'BCC.cmd' ? (consumer ?? 0) !== 0 : (consumer ?? 0) >= 2;
	if (role === 'CO' && blocked) return err(failure('E-BLOQUE', { st: consumer ?? 0 }));
	if (phases.includes(phase)) return ok(undefined);
	if (phase === 6) return err(failure('E-ARCH'));
	if (object === 'CATL' && FROZEN.includes(phase)) return err(failure('E-GEL'));
	return err(failure('E-PHASE', { object, phase: String(phase) }));
};
