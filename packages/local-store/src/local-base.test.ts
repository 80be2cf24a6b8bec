import assert from 'node:assert/strict';
import { test } from 'node:test';
import { silentLog, systemRandom } from '@navette/core';
import { envelopeKeyFromBytes } from '@navette/crypto';
import { failingFrom } from './conformance/set-up.ts';
import { createLocalBase } from './local-base.ts';
import { createMemoryRecordStore } from './memory-record-store.ts';

const keyOf = (byte: number) => envelopeKeyFromBytes(new Uint8Array(32).fill(byte));
const deps = { random: systemRandom, log: silentLog };

test('accounts of one base do not read each other; one key opens them all again', async () => {
	const records = createMemoryRecordStore();
	const base = createLocalBase({ ...deps, records, key: await keyOf(1) });
	const red = await base.store('red');
	const blue = await base.store('blue');
	await red.writeMeta('name', 'Red');
	await blue.addToOutbox('typed');
	assert.equal(await blue.readMeta('name'), undefined);
	await red.close();
	assert.equal((await blue.readOutbox()).length, 1, 'closing one ends nothing else');

	const again = createLocalBase({ ...deps, records, key: await keyOf(1) });
	assert.equal(await (await again.store('red')).readMeta('name'), 'Red');
	const other = createLocalBase({ ...deps, records, key: await keyOf(2) });
	assert.equal(await (await other.store('red')).readMeta('name'), undefined);
});

test('erased, every account is empty and usable', async () => {
	const records = createMemoryRecordStore();
	const base = createLocalBase({ ...deps, records, key: await keyOf(1) });
	const red = await base.store('red');
	await red.addToOutbox('a');
	await red.writeThread('N/a', { cursor: {}, documents: [], replace: false });
	assert.ok((await base.erase()).ok);
	assert.deepEqual(await red.readOutbox(), []);
	assert.equal(await red.readThread('N/a'), undefined);
	assert.deepEqual(await red.addToOutbox('b'), { ok: true, value: 1 });
	await base.close();
	assert.deepEqual(await red.addToOutbox('c'), { ok: false, error: 'gone' });
});

test('a device that keeps nothing any more is told once, and once when it keeps again', async () => {
	const told: unknown[] = [];
	const base = createLocalBase({
		...deps,
		records: failingFrom(createMemoryRecordStore(), 1, 'full', 3),
		key: await keyOf(1),
		told: (fault) => told.push(fault),
	});
	const store = await base.store('red');
	for (let turn = 0; turn < 4; turn++) await store.writeMeta('a', turn);
	assert.deepEqual(told, ['full', undefined]);
});
