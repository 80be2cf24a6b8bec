import type { Limits, Usage } from '@navette/engine';
import type { OrganisationStatus } from '@navette/storage';

/** One minute of an organisation. */
export interface MinuteFigures {
	/** Its beginning, ms, time of the organisation. */
	readonly at: number;
	readonly operations: number;
	/** How many of them were refused. */
	readonly refused: number;
}

/** What happens in an organisation on this server, counted in memory since it started. */
export interface ActivityFigures {
	/** Start of the counting, ms, time of the organisation. */
	readonly since: number;
	/** Sockets open now. */
	readonly sockets: number;
	/** The last hour, the oldest minute first; the last one is not over. */
	readonly minutes: readonly MinuteFigures[];
	/** Refusals of the last hour by code, the most frequent first. */
	readonly errors: readonly { readonly code: string; readonly count: number }[];
	/** Threads that moved in the last hour, by type: which thread is not an administrator's business. */
	readonly threads: readonly {
		readonly type: string;
		readonly moves: number;
		/** Notices sent to sockets. */
		readonly notices: number;
		/** Last movement, ms, time of the organisation. */
		readonly at: number;
	}[];
}

/** Answer of the report `admin.activity`. */
export interface ActivityReport extends ActivityFigures {
	readonly label: string;
	readonly status: 'open' | 'frozen' | 'closed';
}

/** A task as administrators see it. Instants in ms, time of the organisation. */
export interface ShownTask {
	readonly id: string;
	readonly name: string;
	readonly state: 'waiting' | 'running' | 'daily' | 'dead';
	readonly attempts: number;
	/** When it is looked at next; absent once it was given up. */
	readonly next?: number;
	/** When it was given up. */
	readonly dead?: number;
	readonly lastDone?: number;
	readonly lastError?: { readonly code: string; readonly at: number };
}

/** Answer of the report `admin.upkeep`. */
export interface UpkeepReport {
	readonly org: string;
	readonly status: OrganisationStatus;
	readonly limits: Limits;
	/** Time of the organisation and how far it was moved, ms; absent where it cannot be moved. */
	readonly clock?: { readonly now: number; readonly moved: number };
	/** Absent without limits: nothing is counted then. */
	readonly usage?: Usage;
	/** Those given up first, then the next to be done. */
	readonly tasks: readonly ShownTask[];
}

/** Answer of the report `admin.sizes`. */
export interface SizesReport {
	/** When it was counted, ms, time of the organisation; 0 = the first count is under way. */
	readonly counted: number;
	readonly types: readonly {
		readonly type: string;
		readonly documents: number;
		readonly bytes: number;
	}[];
	/** There is more than what was counted. */
	readonly isPartial: boolean;
}
