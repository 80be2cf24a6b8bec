import assert from 'node:assert/strict';
import { test } from 'node:test';
import { grantOf, scopeOf } from './access.ts';

const project = { name: 'short', apply: (data: unknown) => data };

test('rights are cut to a wish: types of both, filters of both', () => {
	const access = { A: {}, B: { filters: [{ co: '3' }, { co: '5' }] }, C: { project } };
	const seen = (wish: Parameters<typeof grantOf>[1]) =>
		Object.fromEntries([...grantOf(access, wish).types].map(([type, one]) => [type, one.filters]));
	assert.deepEqual(seen({}), { A: undefined, B: [{ co: '3' }, { co: '5' }], C: undefined });
	assert.deepEqual(seen({ types: ['B'] }), { B: [{ co: '3' }, { co: '5' }] });
	assert.deepEqual(seen({ types: ['B'], filters: { B: { co: '5' } } }), { B: [{ co: '5' }] });
	assert.deepEqual(seen({ types: ['B'], filters: { B: { co: '7' } } }), {});
	assert.deepEqual(seen({ types: ['A'], filters: { A: { co: '7' } } }), { A: [{ co: '7' }] });
	assert.deepEqual(seen({ types: ['Z'] }), {});
	assert.equal(grantOf(access, { types: ['C'] }).types.get('C')?.project, project);
});

test('a scope is the same for the same rights, in whatever order they were given', () => {
	const one = scopeOf({ B: { filters: [{ co: '3' }, { co: '5' }] }, A: { project } });
	const other = scopeOf({ A: { project }, B: { filters: [{ co: '5' }, { co: '3' }] } });
	assert.equal(one, other);
	assert.equal(one, 'A:short;B?co=3|co=5');
	assert.notEqual(one, scopeOf({ A: { project }, B: {} }));
});
