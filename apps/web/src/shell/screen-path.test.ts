import assert from 'node:assert/strict';
import test from 'node:test';
import type { AppScreen } from '@navette/ui';
import { homePath, matchScreen, roleSegment } from './screen-path.ts';

const screen = (id: string, path: string, usage: AppScreen['usage'] = 'CO', nav = false) =>
	({ id, path, usage, nav }) as AppScreen;
const screens = [
	screen('list', 'deliveries', 'CO', true),
	screen('one', 'deliveries/$gp/$livr'),
	screen('calendar', 'deliveries/calendar/$gp'),
	screen('board', '', 'GC', true),
	screen('other', 'deliveries', 'GC'),
];
const found = (path: string, usage: AppScreen['usage'] = 'CO') => {
	const match = matchScreen(screens, usage, path);
	return match && [match.screen.id, match.params];
};

test('a path shows the screen of the role, with its values', () => {
	assert.deepEqual(found('deliveries'), ['list', {}]);
	assert.deepEqual(found('/deliveries/', 'GC'), ['other', {}]);
	assert.deepEqual(found('deliveries/bocage/20250614'), [
		'one',
		{ gp: 'bocage', livr: '20250614' },
	]);
	assert.deepEqual(found('deliveries/a%20b/1'), ['one', { gp: 'a b', livr: '1' }]);
	assert.deepEqual(found('', 'GC'), ['board', {}]);
});

test('fixed words win over values', () => {
	assert.deepEqual(found('deliveries/calendar/bocage'), ['calendar', { gp: 'bocage' }]);
});

test('no screen for an unknown path, another role, or a damaged address', () => {
	assert.equal(found('nowhere'), undefined);
	assert.equal(found(''), undefined);
	assert.equal(found('deliveries/%E0%A4%A/1'), undefined);
	assert.equal(found('deliveries', 'PR'), undefined);
});

test('a role starts on its empty path, else on the first page of its navigation', () => {
	assert.equal(homePath(screens, 'CO'), 'deliveries');
	assert.equal(homePath(screens, 'GC'), '');
	assert.equal(homePath(screens, 'PR'), '');
});

test('a right is one part of an address', () => {
	assert.equal(roleSegment('CO/dupleix.3'), 'co.dupleix.3');
});
