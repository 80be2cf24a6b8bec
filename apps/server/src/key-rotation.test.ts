import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Log, ok, type Timers } from '@navette/core';
import type { KeyRings } from '@navette/site-keys';
import { followKeys } from './key-rotation.ts';

const ring = (...ids: number[]) => ({
	keys: ids.map((id) => ({ id, secret: new Uint8Array(32).fill(id) })),
});

/** Follows keys of which an older one is there, over work that finds so much at each look. */
const follow = async (finds: (look: number) => number, rings: KeyRings) => {
	const lines: string[] = [];
	const note = (event: string, fields?: object) =>
		void lines.push(`${event} ${JSON.stringify(fields ?? {})}`);
	const log: Log = { info: note, warn: note, error: note };
	const timers: Timers = { after: () => () => undefined, every: () => () => undefined };
	let looks = 0;
	const sealing = {
		organisations: async () => ['north'],
		async reseal() {
			looks++;
			return { rows: finds(looks), contents: 0, left: 0 };
		},
		checkRows: () => assert.fail('nothing is checked'),
		checkContents: () => assert.fail('nothing is checked'),
	};
	const keys = { rings: () => rings, refresh: () => ok(false) };
	const stop = followKeys({ keys, sealing, timers, log });
	for (let turn = 0; turn < 100; turn++) await new Promise((resolve) => setImmediate(resolve));
	await stop();
	return { lines, looks };
};

const ROTATED: KeyRings = { data: ring(1, 2), files: ring(1, 2) };

test('what was on its way when the key changed is sealed again too: looked at until nothing is found', async () => {
	const { lines, looks } = await follow((look) => [40, 1, 0][look - 1] ?? 0, ROTATED);
	assert.deepEqual([looks, lines], [3, ['reseal-done {"count":41,"contents":0}']]);
});

test('a server that goes on sealing by the old key is not run after for ever: it is said', async () => {
	const { lines, looks } = await follow(() => 1, ROTATED);
	assert.deepEqual([looks, lines], [10, ['reseal-endless {"count":10,"contents":0}']]);
});

test('with one key there is nothing to seal again', async () => {
	assert.equal((await follow(() => 1, { data: ring(1), files: ring(1) })).looks, 0);
});
