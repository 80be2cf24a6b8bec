import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type LinkEntry, linkStanding, linksByStanding, suggestedInitials } from './index.ts';

test('where a link stands, from this side', () => {
	const standings = [
		['actif', 'actif', 'active'],
		['actif', 'demande', 'waiting'],
		['actif', undefined, 'waiting'],
		['actif', 'suspendu', 'stopped'],
		['demande', 'actif', 'asked'],
		['suspendu', 'actif', 'suspended'],
	] as const;
	for (const [own, other, expected] of standings)
		assert.equal(linkStanding({ own, ...(other ? { other } : {}) }), expected);
});

test('what waits for somebody comes first, by name', () => {
	const link = (gc: string, own: LinkEntry['own'], other: LinkEntry['own']): LinkEntry => ({
		...{ gc, gp: 'bocage', own, other, t: 1 },
	});
	const parts = linksByStanding(
		[link('b', 'actif', 'actif'), link('a', 'actif', 'actif'), link('c', 'demande', 'actif')],
		(gc) => gc,
	);
	assert.deepEqual(
		parts.map(({ standing, links }) => [standing, links.map(({ gc }) => gc)]),
		[
			['asked', ['c']],
			['active', ['a', 'b']],
		],
	);
});

test('initials that a name suggests', () => {
	assert.equal(suggestedInitials('Ferme de la Lande'), 'FL');
	assert.equal(suggestedInitials('Paul Martin'), 'PM');
	assert.equal(suggestedInitials('Élodie'), 'ÉL');
	assert.equal(suggestedInitials('7'), '');
});
