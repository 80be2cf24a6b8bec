import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { SheetSpec } from './sheet.ts';
import { placesOf } from './sheet-places.ts';
import { shownRows } from './sheet-shown.ts';

const specOf = (said: string): SheetSpec<string> => ({
	label: said,
	items: ['a', 'b', 'c', 'd'].map((id) => ({ kind: 'row', id, row: id })),
	columns: [{ id: 'x', name: 'x', width: 1, head: 'x' }],
	leadHead: null,
	rowName: (row) => row,
	rowHead: (row) => row,
	cell: () => ({ content: said, said }),
});

const view = {
	drawn: { rows: { from: 0, to: 3 }, columns: { from: 0, to: 1 } },
	sight: { rows: { from: 1, to: 2 }, columns: { from: 0, to: 1 } },
	rows: placesOf([10, 10, 10, 10], 5),
};

test('rows in sight and the active one are as the sheet is, the others as it was a moment ago', () => {
	const rows = shownRows(specOf('now'), specOf('before'), view, 3);
	assert.deepEqual(
		rows.map(({ item, spec, top, isActive, sight }) => [
			item.id,
			spec.label,
			top,
			isActive,
			sight.to,
		]),
		[
			['a', 'before', 5, false, 0],
			['b', 'now', 15, false, 1],
			['c', 'before', 25, false, 0],
			['d', 'now', 35, true, 1],
		],
	);
});
