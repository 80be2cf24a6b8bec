import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createWorld } from './testing/device.ts';
import { until } from './testing/test-timers.ts';

test('what is typed is there for the next session, photos with it, until it is forgotten', async () => {
	const { start } = await createWorld();
	const first = await start();
	const draft = first.drafts.open('chat');
	await until('read', () => draft.get().status === 'ready');
	for (const text of ['h', 'he', 'hello']) draft.change({ text });
	assert.deepEqual(draft.get().value, { text: 'hello' }, 'shown at once');
	await draft.settled();
	assert.ok((await first.drafts.addPhoto('chat', 'a.jpg', new Uint8Array(3))).ok);
	await first.close();

	const second = await start();
	const again = second.drafts.open('chat');
	await until('read', () => again.get().status === 'ready');
	assert.deepEqual(again.get().value, { text: 'hello' });
	assert.deepEqual(again.get().photos, [{ position: 1, about: 'a.jpg' }]);
	assert.deepEqual(await second.drafts.readPhoto('chat', 1), new Uint8Array(3));
	again.forget();
	await again.settled();
	assert.deepEqual(await second.drafts.list(), []);
	assert.equal(again.get().value, undefined);
	await second.close();
});

test('a draft that the device cannot keep stays on the screen, and says it is at risk', async () => {
	const { start, store } = await createWorld();
	const session = await start();
	const draft = session.drafts.open('chat');
	await until('read', () => draft.get().status === 'ready');
	await store.close();
	draft.change('typed');
	await draft.settled();
	assert.deepEqual([draft.get().value, draft.get().atRisk], ['typed', true]);
	const photo = await session.drafts.addPhoto('chat', 'a.jpg', new Uint8Array(3));
	assert.equal(!photo.ok && photo.error.code, 'E-DEVICE');
	assert.equal(draft.get().value, 'typed');
	await session.close();
});
