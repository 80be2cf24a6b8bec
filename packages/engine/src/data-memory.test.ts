import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { DocumentType } from '@navette/model';
import { createDataMemory } from './data-memory.ts';
import { dataToStored } from './stored-data.ts';

const NOTE: DocumentType = { name: 'NOTE', key: ['a'], threads: [], sealing: 'clear', shape: 1 };
const row = (data: unknown, version = 1, type = NOTE) => ({
	id: 'x',
	version,
	data: dataToStored(type, data),
});

test('the same bytes are decoded once, and what is shared cannot be changed', () => {
	const memory = createDataMemory();
	const first = memory.dataOf(NOTE, row({ lines: { a: { q: 1 } } })) as {
		readonly lines: { a: { q: number } };
	};
	assert.equal(memory.dataOf(NOTE, row({ lines: { a: { q: 1 } } })), first);
	assert.throws(() => {
		first.lines.a.q = 2;
	}, TypeError);
});

test('other bytes are decoded, also under the same name and version', () => {
	const memory = createDataMemory();
	memory.dataOf(NOTE, row({ q: 1 }));
	assert.deepEqual(memory.dataOf(NOTE, row({ q: 2 })), { q: 2 });
	assert.deepEqual(memory.dataOf(NOTE, row({ q: 1 })), { q: 1 });
});

test('another declaration of the type upgrades anew', () => {
	const memory = createDataMemory();
	memory.dataOf(NOTE, row({ q: 1 }));
	const next: DocumentType = {
		...NOTE,
		shape: 2,
		upgrades: [(data) => ({ ...(data as object), since: 2 })],
	};
	assert.deepEqual(memory.dataOf(next, row({ q: 1 })), { q: 1, since: 2 });
});

test('data that hold byte strings are not shared, nor are bytes that a client sealed', () => {
	const memory = createDataMemory();
	const first = memory.dataOf(NOTE, row({ key: Uint8Array.of(1) }));
	assert.notEqual(memory.dataOf(NOTE, row({ key: Uint8Array.of(1) })), first);
	const sealed: DocumentType = { ...NOTE, sealing: 'sealed' };
	const stored = row(Uint8Array.of(7), 1, sealed);
	assert.deepEqual(memory.dataOf(sealed, stored), Uint8Array.of(7));
	assert.notEqual(memory.dataOf(sealed, stored), memory.dataOf(sealed, stored));
});

test('what was not read for long is forgotten, what is read stays', () => {
	const memory = createDataMemory();
	const big = 'x'.repeat(200_000);
	const kept = memory.dataOf(NOTE, row({ kept: true }));
	const gone = memory.dataOf(NOTE, { ...row({ gone: true }), id: 'gone' });
	for (let n = 0; n < 40; n++) {
		memory.dataOf(NOTE, { ...row({ n, big }), id: String(n) });
		assert.equal(memory.dataOf(NOTE, row({ kept: true })), kept);
	}
	assert.notEqual(memory.dataOf(NOTE, { ...row({ gone: true }), id: 'gone' }), gone);
});
