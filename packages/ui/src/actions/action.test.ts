import assert from 'node:assert/strict';
import test from 'node:test';
import { type Action, outcomeOf, type Press, searchActions } from './action.ts';

const action = (id: string, keys?: string): Action => ({
	...{ id, label: id, run: () => undefined },
	...(keys === undefined ? {} : { keys }),
});
const press = (key: string, part: Partial<Press> = {}): Press => ({
	...{ key, ctrl: false, alt: false, inText: false },
	...part,
});
const actions = [action('new', 'n'), action('orders', 'g o'), action('send', 'Ctrl+Enter')];
const palette = action('palette', 'Ctrl+K');

test('a key, a sequence and a chord each run their action', () => {
	assert.equal(outcomeOf(actions, press('n'), undefined, true).action?.id, 'new');
	assert.deepEqual(outcomeOf(actions, press('g'), undefined, true), { pending: 'g' });
	assert.equal(outcomeOf(actions, press('o'), 'g', true).action?.id, 'orders');
	const chord = press('Enter', { ctrl: true, inText: true });
	assert.equal(outcomeOf(actions, chord, undefined, true).action?.id, 'send');
	const k = press('k', { ctrl: true });
	assert.equal(outcomeOf([palette], k, undefined, true).action?.id, 'palette');
});

test('letters do nothing while a text is written, nor when turned off; chords still do', () => {
	assert.deepEqual(outcomeOf(actions, press('n', { inText: true }), undefined, true), {});
	assert.deepEqual(outcomeOf(actions, press('n'), undefined, false), {});
	const k = press('k', { ctrl: true });
	assert.equal(outcomeOf([palette], k, undefined, false).action?.id, 'palette');
});

test('an unknown second key ends the sequence, and a browser chord is left alone', () => {
	assert.deepEqual(outcomeOf(actions, press('x'), 'g', true), {});
	assert.deepEqual(outcomeOf(actions, press('n', { ctrl: true }), undefined, true), {});
	assert.deepEqual(outcomeOf(actions, press('n', { alt: true }), undefined, true), {});
});

test('the action mounted last wins a key, as a screen over the shell', () => {
	const both = [action('shell', 'n'), action('screen', 'n')];
	assert.equal(outcomeOf(both, press('n'), undefined, true).action?.id, 'screen');
});

test('search forgets case and accents, and wants every word', () => {
	const list = [action('Éditer la commande'), action('Mes livraisons')];
	assert.deepEqual(
		searchActions(list, 'editer COM').map(({ id }) => id),
		['Éditer la commande'],
	);
	assert.equal(searchActions(list, '').length, 2);
	assert.equal(searchActions(list, 'editer livraisons').length, 0);
});
