import assert from 'node:assert/strict';
import { test } from 'node:test';
import { moveInSheet, startsTyping } from './sheet-moves.ts';

const shape = { rows: ['a', 'b', 'c', 'd'], columns: ['x', 'y'], page: 2 };

const walk = (start: string, ...keys: readonly string[]): string => {
	const [row = '', column] = start.split('.');
	let position = { row, column: column === '' ? undefined : column };
	for (const key of keys) {
		const plain = key.replace('^', '');
		const next = moveInSheet(position, { key: plain, ctrl: key.startsWith('^') }, shape);
		if (next) position = { row: next.row, column: next.column };
	}
	return `${position.row}.${position.column ?? ''}`;
};

test('arrows, pages, ends: never out of the sheet, the header of the row is a column', () => {
	assert.equal(walk('a.x', 'ArrowUp', 'ArrowLeft', 'ArrowLeft'), 'a.');
	assert.equal(walk('a.x', 'ArrowRight', 'ArrowRight', 'ArrowDown'), 'b.y');
	assert.equal(walk('a.x', 'PageDown', 'PageDown'), 'd.x');
	assert.equal(walk('d.y', 'PageUp'), 'b.y');
	assert.equal(walk('b.y', 'Home'), 'b.');
	assert.equal(walk('b.', 'End'), 'b.y');
	assert.equal(walk('b.', '^End'), 'd.y');
	assert.equal(walk('d.y', '^Home'), 'a.');
	assert.equal(walk('b.y', '^ArrowDown'), 'd.y');
});

test('other keys do not move; a row that is gone counts as the first', () => {
	assert.equal(moveInSheet({ row: 'a', column: 'x' }, { key: 'x', ctrl: false }, shape), undefined);
	assert.equal(walk('gone.x', 'ArrowDown'), 'b.x');
	assert.equal(
		moveInSheet({ row: 'a', column: 'x' }, { key: 'End', ctrl: false }, { ...shape, rows: [] }),
		undefined,
	);
});

test('digits and decimal marks start typing, letters do not', () => {
	assert.deepEqual(['5', ',', '.', '½', 'k', 'Enter', ' '].map(startsTyping), [
		...Array(4).fill(true),
		...Array(3).fill(false),
	]);
});
