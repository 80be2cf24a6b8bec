import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Accesses, withAccess, withoutAccess } from './accesses.ts';

const main = { lab: 'Ana', pw: 1, hash: 'a' } as const;
const told = { lab: 'Bo', pw: 1, hash: 'b', offre: 10 } as const;
const list: Accesses = [main, told];
const codeOf = (result: { ok: boolean; error?: { code: string } }) => result.error?.code ?? 'ok';

test('a name or a secret is taken once', () => {
	assert.equal(codeOf(withAccess(list, { lab: 'Ana', pw: 2, hash: 'c' })), 'E-DEJA');
	assert.equal(codeOf(withAccess(list, { lab: 'Cy', pw: 2, hash: 'b' })), 'E-DEJA');
	assert.equal(codeOf(withAccess(list, { lab: 'Cy', pw: 2, hash: 'c' })), 'ok');
});

test('an offer that nobody took up is no main access: the last that is held stays', () => {
	const waiting = new Set(['b']);
	assert.equal(codeOf(withoutAccess(list, 'Ana', true, waiting)), 'E-DERNIER');
	assert.equal(codeOf(withoutAccess(list, 'Ana', true)), 'ok', 'once it was taken up');
	assert.equal(codeOf(withoutAccess(list, 'Bo', true, waiting)), 'ok');
	assert.equal(codeOf(withoutAccess([told], 'Bo', true, waiting)), 'ok', 'held by nobody');
	assert.equal(codeOf(withoutAccess(list, 'Cy', false)), 'E-VIDE');
});
