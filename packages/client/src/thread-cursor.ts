import type { LocalCursor } from '@navette/local-store';
import * as v from 'valibot';
import { Interest } from './interest.ts';

const ThreadCursorSchema = v.object({
	reference: v.string(),
	/** History of the store that gave these versions. */
	epoch: v.string(),
	/** Everything up to this version is held. */
	version: v.number(),
	horizon: v.number(),
	scope: v.string(),
	/** ms, organisation time. */
	syncedAt: v.number(),
	/** When it was last summed up and compared, ms, organisation time. */
	checkedAt: v.optional(v.number(), 0),
	interest: Interest,
	/** Shape of the data held, by document type: an update of the application may bring another. */
	shapes: v.record(v.string(), v.number()),
});

/** Up to where, of what, and as whom a thread is held. */
export interface ThreadCursor {
	readonly reference: string;
	readonly epoch: string;
	readonly version: number;
	readonly horizon: number;
	readonly scope: string;
	readonly syncedAt: number;
	/** When it was last summed up and compared, ms, organisation time. */
	readonly checkedAt: number;
	readonly interest: Interest;
	readonly shapes: Readonly<Record<string, number>>;
}

/** A cursor from what a device kept; `undefined` when another version of this program wrote it. */
export const parseCursor = (cursor: LocalCursor): ThreadCursor | undefined => {
	const parsed = v.safeParse(ThreadCursorSchema, cursor);
	return parsed.success ? parsed.output : undefined;
};

/** The plain data a device keeps of a cursor. */
export const cursorToLocal = (cursor: ThreadCursor): LocalCursor => ({ ...cursor });
