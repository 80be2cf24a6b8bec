import { closeSync, ftruncateSync, openSync, statSync, writeSync } from 'node:fs';

const MEBIBYTE = 2 ** 20;
/** Below this, the log of a store that writes little is left as it is. */
const LEAST = MEBIBYTE;

/** Makes room in the log (WAL) for the commits to come. */
export interface LogRoom {
	/** To be called within a transaction that writes, before its commit: nobody else writes the log then. */
	make(): void;
}

type Write = (
	handle: number,
	bytes: Uint8Array,
	from: number,
	length: number,
	at: number,
) => number;

/** Writes zeros from `size` to `end`; says whether it could. */
const lengthen = (file: string, size: number, end: number, write: Write): boolean => {
	let handle: number | undefined;
	try {
		handle = openSync(file, 'r+');
		const zeros = new Uint8Array(MEBIBYTE);
		for (let at = size; at < end; ) at += write(handle, zeros, 0, Math.min(MEBIBYTE, end - at), at);
		return true;
	} catch {
		/* the disk is full, or nearly: what is left of it is for what is written */
		if (handle !== undefined) ftruncateSync(handle, size);
		return false;
	} finally {
		if (handle !== undefined) closeSync(handle);
	}
};

/**
 * Lengthens the log ahead of SQLite, as much again as it has grown to, up to `most` bytes: a commit
 * that writes over what is there is on the disk a third sooner than one that makes the file longer,
 * whose new length has to be written down too. SQLite takes what follows its last commit for nothing
 * (its frames carry a salt and a sum), and writes from the beginning again after a checkpoint.
 */
export const createLogRoom = (
	database: string,
	most: number,
	write: Write = writeSync,
): LogRoom => {
	const file = `${database}-wal`;
	let given = 0;
	let isOver = false;
	return {
		make() {
			if (isOver) return;
			const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
			if (size < LEAST || size === given) return;
			given = Math.min(2 * size, most);
			isOver = given <= size || !lengthen(file, size, given, write);
		},
	};
};
