import type { Cells } from './tables.ts';

/** Names, types and the path of the collection, for each row that is sent. */
const AROUND_ROW = 300;
/** A key is sent as an id and as a field, and is kept in both orders. */
const KEY_COPIES = 4;

const cellSize = (cell: Cells[string] | undefined): number => {
	if (typeof cell === 'string') return Buffer.byteLength(cell);
	if (cell instanceof Uint8Array) return cell.length;
	if (typeof cell === 'object' && cell !== null)
		return cell.reduce((total, text) => total + Buffer.byteLength(text), 0);
	return 8;
};

/** Bytes that a change takes of a transaction, rather too many than too few; `undefined` = it goes. */
export const rowSize = (key: string, row: Cells | undefined): number =>
	Object.values(row ?? {}).reduce<number>(
		(total, cell) => total + cellSize(cell),
		KEY_COPIES * key.length + AROUND_ROW,
	);
