import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createWorld } from './testing/world.ts';

const mine = async (world: Awaited<ReturnType<typeof createWorld>>, who: string) => {
	const read = await world.engine.read(
		'north',
		() => ({ id: 'test', rights: [] }),
		async (source) => ({
			ok: true,
			value: await source.byGrouping<{ device: string }>('NEWS', 'account', { account: who }),
		}),
	);
	return read.ok ? read.value : [];
};

test('an address of an unknown service is refused, and nothing is kept', async () => {
	const world = await createWorld();
	const answer = await world.subscribe({ endpoint: 'https://169.254.169.254/latest' });
	assert.equal(answer.error?.code, 'E-NEWS-ENDPOINT');
	assert.deepEqual(await mine(world, 'ana'), []);
});

test('a device belongs to whoever subscribed last on it', async () => {
	const world = await createWorld();
	await world.subscribe({}, 'ana');
	await world.subscribe({}, 'bob');
	assert.equal((await mine(world, 'ana')).length, 0);
	assert.equal((await mine(world, 'bob')).length, 1);
});

test('an account has so many subscriptions, and the oldest gives way', async () => {
	const world = await createWorld();
	for (let at = 0; at < 22; at++) {
		world.clock.advance(1_000);
		const id = `device-${String(at).padStart(15, '0')}`;
		const endpoint = `https://fcm.googleapis.com/fcm/send/${at}`;
		const answer = await world.subscribe({ id, endpoint, device: `device ${at}` });
		assert.equal(answer.error, undefined);
	}
	const devices = (await mine(world, 'ana')).map(({ data }) => data.device);
	assert.equal(devices.length, 20);
	assert.ok(!devices.includes('device 0') && !devices.includes('device 1'));
});

test('an account sees its subscriptions, not where they are sent, nor those of others', async () => {
	const world = await createWorld();
	await world.subscribe();
	const opened = await world.ask('ana', 'open', { paths: ['NEWS/ana', 'NEWS/bob'] });
	const [own, other] = opened.threads ?? [];
	assert.equal((other as { error?: { code: string } }).error?.code, 'E-THREAD');
	const pulled = await world.ask('ana', 'pull', {
		threads: [{ reference: own?.reference, since: 0 }],
	});
	const text = JSON.stringify(pulled);
	assert.match(text, /phone/);
	assert.doesNotMatch(text, /mozilla|p256dh|credential/);
});

test('the key of the server is told', async () => {
	const world = await createWorld();
	assert.deepEqual((await world.ask('ana', 'report/news.server', {})).result, {
		publicKey: 'B'.repeat(87),
	});
});
