import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Delivery } from '../../model/index.ts';
import { CARROTS, CHICKEN, ORANGES, testCatalogue } from '../../model/test-catalogue.ts';
import { TestGroup } from '../../model/test-group.ts';
import {
	boardOf,
	type GroupColumn,
	producerTotals,
	shownTourRows,
	tourChecks,
	tourFigures,
	tourOf,
	tourRows,
} from './index.ts';

const column = (gc: string, group?: TestGroup): GroupColumn => ({
	gc,
	name: gc,
	...(group?.group ? { order: group.group } : {}),
});

const tour = () => {
	const dupleix = new TestGroup(testCatalogue);
	dupleix.order('2', ORANGES, 1);
	dupleix.order('3', CARROTS, 1_500);
	const agora = new TestGroup(testCatalogue);
	agora.order('2', ORANGES, 4);
	const columns = [column('dupleix', dupleix), column('agora', agora), column('halles')];
	return { columns, rows: tourRows(testCatalogue, columns) };
};

test('a row adds the groups of the tour, group by group', () => {
	const { rows } = tour();
	const oranges = rows.find((row) => row.code === ORANGES);
	assert.deepEqual(
		[oranges?.total, [...(oranges?.amounts ?? [])], oranges?.oddGroups, oranges?.price],
		[
			5,
			[
				['dupleix', 1],
				['agora', 4],
			],
			['dupleix'],
			1_050 + 4_200,
		],
	);
	assert.deepEqual(
		shownTourRows(rows, 'ordered', '', () => '').map((row) => row.code),
		[ORANGES, CARROTS],
	);
});

test('totals by producer', () => {
	const totals = producerTotals(tour().rows);
	assert.deepEqual(
		totals.map(({ pr, references, groups, price, estimated }) => ({
			pr,
			references,
			groups,
			price,
			estimated,
		})),
		[
			{ pr: '1', references: 1, groups: 2, price: 5_250, estimated: false },
			{ pr: '2', references: 1, groups: 1, price: 330, estimated: true },
		],
	);
});

test('checks: silent groups, products of one group only, odd halves, idle producers', () => {
	const { rows, columns } = tour();
	const checks = tourChecks(rows, columns);
	assert.deepEqual(
		{
			silent: checks.silentGroups.map((one) => one.gc),
			lonely: checks.lonely.map(({ row, gc }) => [row.code, gc]),
			odd: checks.odd.map((row) => row.code),
			idle: checks.idleProducers,
		},
		{ silent: ['halles'], lonely: [[CARROTS, 'dupleix']], odd: [ORANGES], idle: ['3'] },
	);
	assert.equal(rows.find((row) => row.code === CHICKEN)?.total, 0);
});

test('tours by phase, with the figures of their groups', () => {
	const HOUR = 3_600_000;
	const delivery = (start: number): Delivery => ({
		tOuv: start,
		tClo: start + HOUR,
		tExp: start + 2 * HOUR,
		tArc: start + 1_000 * HOUR,
		pts: {
			agora: { tLiv: 0, adrL: 'a', tDis: 0, adrD: 'a', ordre: 2 },
			dupleix: { tLiv: 0, adrL: 'a', tDis: 0, adrD: 'a', ordre: 1 },
			halles: { tLiv: 0, adrL: 'a', tDis: 0, adrD: 'a', ordre: 3, retire: 1 },
		},
		hist: [],
	});
	const now = 10 * HOUR;
	const tours = [now - 0.5 * HOUR, now + HOUR, now - 1.5 * HOUR].map((start, index) =>
		tourOf({ key: { gp: 'bocage', livr: `2025010${index + 1}` }, data: delivery(start) }, now),
	);
	const board = boardOf(tours);
	assert.deepEqual(
		[board.open, board.planned, board.closed].map((list) => list.map((one) => one.livr)),
		[['20250101'], ['20250102'], ['20250103']],
	);
	const stops = tours[0]?.stops ?? [];
	assert.deepEqual(
		stops.map((one) => one.gc),
		['dupleix', 'agora', 'halles'],
	);
	const orders = tour().columns.flatMap(({ order }) => (order ? [order] : []));
	const figures = tourFigures(stops, orders);
	assert.deepEqual(
		[figures.groups, figures.groupsOrdering, figures.people, figures.price],
		[2, 2, 3, 1_050 + 330 + 4_200],
	);
});
