import { statement } from './sql.ts';

/**
 * A door is an advisory lock that stands for a thread. Whoever locks a thread holds its door until
 * the transaction ends, and never waits inside a transaction: its snapshot would be too old once the
 * thread is free. It rolls back, waits at the door, and only then begins again, on a snapshot that has
 * what the others did. The server lets those who wait pass in their order.
 */
const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/** The door of a thread; two threads may share one, which only makes them wait for each other. */
export const doorOf = (org: string, path: string): number => {
	let hash = FNV_OFFSET;
	const text = `${org} ${path}`;
	for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), FNV_PRIME);
	return hash | 0;
};

/** Doors of different stores in one database are told apart by a number made from the epoch. */
export const houseOf = (epoch: string): number => Number.parseInt(epoch.slice(0, 8), 16) | 0;

/** Takes doors until the transaction ends, each if it is free; answers which were. */
export const TRY_DOORS = statement<[house: number, doors: readonly number[]], [boolean]>(
	'doors-try',
	'SELECT pg_try_advisory_xact_lock($1, door) FROM unnest($2::int[]) AS door',
);

/** Waits at doors, one after the other, and keeps them open for this connection. */
export const WAIT_AT_DOORS = statement<[house: number, doors: readonly number[]], [string]>(
	'doors-wait',
	'SELECT pg_advisory_lock($1, door)::text FROM unnest($2::int[]) AS door',
);

/** Leaves all doors that this connection waited at. */
export const LEAVE_DOORS = 'SELECT pg_advisory_unlock_all()';
