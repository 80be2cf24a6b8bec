import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ConsumerOrder } from '../../model/index.ts';
import { JAM, ORANGES, testCatalogue } from '../../model/test-catalogue.ts';
import { TestGroup } from '../../model/test-group.ts';
import { closingCheck, closingFixes } from './index.ts';

const fixesOf = (group: TestGroup, why: string) => {
	const orders = group.orders as Record<string, ConsumerOrder>;
	const entry = closingCheck(group.group, orders, testCatalogue).find((one) => one.why === why);
	return entry && closingFixes(entry, orders, testCatalogue);
};

test('halves: the group itself first, then each who has one, more or less', () => {
	const group = new TestGroup(testCatalogue);
	group.order('2', ORANGES, 1);
	group.order('3', ORANGES, 2);
	assert.deepEqual(fixesOf(group, 'halves'), [
		{ kind: 'add', co: '1', from: 0, to: 1 },
		{ kind: 'add', co: '2', from: 1, to: 2 },
		{ kind: 'less', co: '2', from: 1, to: 0 },
	]);
	group.order('1', ORANGES, 1);
	assert.equal(fixesOf(group, 'halves'), undefined);
});

test('much is brought down to the usual most; what one person ordered, the group takes too', () => {
	const group = new TestGroup(testCatalogue);
	group.order('2', ORANGES, 10);
	group.order('3', JAM, 4);
	assert.deepEqual(fixesOf(group, 'high'), [{ kind: 'cap', co: '2', from: 10, to: 6 }]);
	const orders = group.orders as Record<string, ConsumerOrder>;
	const alone = closingCheck(group.group, orders, testCatalogue).find(
		({ why, code }) => why === 'alone' && code === JAM,
	);
	assert.deepEqual(alone && closingFixes(alone, orders, testCatalogue), [
		{ kind: 'add', co: '1', from: 0, to: 2 },
		{ kind: 'less', co: '3', from: 4, to: 0 },
	]);
});
