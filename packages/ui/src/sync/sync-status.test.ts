import assert from 'node:assert/strict';
import test from 'node:test';
import type { SyncState } from '@navette/client';
import { syncStatusOf } from './sync-status.ts';

const sync = (part: Partial<SyncState>): SyncState => ({
	kind: 'up-to-date',
	sending: 0,
	refused: 0,
	...part,
});

test('the most urgent state is shown', () => {
	const all = sync({ kind: 'offline', sending: 2, refused: 1, syncedAt: 5 });
	assert.deepEqual(syncStatusOf(all, true), { kind: 'refused', count: 1 });
	assert.deepEqual(syncStatusOf({ ...all, refused: 0 }, true), {
		kind: 'offline',
		since: 5,
		waiting: 2,
	});
	assert.deepEqual(syncStatusOf(sync({ kind: 'sending', sending: 2 }), true), {
		kind: 'sending',
		count: 2,
	});
	assert.deepEqual(syncStatusOf(sync({}), true), { kind: 'update' });
	assert.deepEqual(syncStatusOf(sync({}), false), { kind: 'up-to-date' });
});

test('an access refused by the server is told, even with an empty outbox', () => {
	assert.deepEqual(syncStatusOf(sync({ kind: 'refused' }), false), { kind: 'refused', count: 0 });
});

test('connecting is not taken for up to date', () => {
	assert.deepEqual(syncStatusOf(sync({ kind: 'connecting' }), false), { kind: 'connecting' });
});
