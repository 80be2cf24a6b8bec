import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createWorld, ENDPOINT } from './testing/world.ts';

const open = async () => {
	const world = await createWorld();
	const sender = world.sender();
	return { ...world, sender };
};

test('a change by somebody else is told once, sealed for one device, without its content', async () => {
	const { subscribe, write, pass, pushes, reference } = await open();
	await subscribe();
	await write('blue', 'a very secret letter');
	await pass(60_000);
	assert.equal(pushes.length, 1);
	const [push] = pushes;
	assert.equal(push?.endpoint, ENDPOINT);
	assert.deepEqual(push?.payload, {
		f: 1,
		org: 'north',
		n: 1,
		threads: [[reference('blue'), ['LETTER'], false]],
	});
	assert.equal(push?.isUrgent, false);
});

test('several changes of one moment are one message, and a device is given time to breathe', async () => {
	const { subscribe, write, pass, pushes } = await open();
	await subscribe();
	for (const text of ['one', 'two', 'three']) await write('blue', text);
	await pass(2_000);
	assert.equal(pushes.length, 1);
	await write('blue', 'four');
	await pass(12_000);
	assert.equal(pushes.length, 1);
	await pass(3_000);
	assert.equal(pushes.length, 2);
});

test('what one does oneself is no news, nor what the application does not find new', async () => {
	const { subscribe, write, pass, pushes } = await open();
	await subscribe();
	await write('blue', 'mine', 'ana');
	await write('blue', 'hush');
	await pass(60_000);
	assert.equal(pushes.length, 0);
});

test('types and threads that were not asked for are not told', async () => {
	const { subscribe, write, pass, pushes, reference } = await open();
	await subscribe({ threads: [{ reference: reference('blue'), types: ['STAMP'] }] });
	await write('blue', 'a letter');
	await write('red', 'elsewhere');
	await pass(60_000);
	assert.equal(pushes.length, 0);
	await write('blue', 'a stamp', 'bob', 'Stamp');
	await pass(60_000);
	assert.deepEqual(pushes[0]?.payload?.threads, [[reference('blue'), ['STAMP'], false]]);
});

test('a filter on the key is applied', async () => {
	const { subscribe, write, pass, pushes, reference } = await open();
	const filters = { LETTER: { n: 'never' } };
	await subscribe({ threads: [{ reference: reference('blue'), filters }] });
	await write('blue', 'a letter');
	await pass(60_000);
	assert.equal(pushes.length, 0);
});

test('urgent only: the rest waits for the next opening', async () => {
	const { subscribe, write, pass, pushes, reference } = await open();
	await subscribe({ threads: [{ reference: reference('blue'), urgentOnly: true }] });
	await write('blue', 'a letter');
	await pass(60_000);
	assert.equal(pushes.length, 0);
	await write('blue', 'shout');
	await pass(60_000);
	assert.equal(pushes[0]?.isUrgent, true);
	assert.deepEqual(pushes[0]?.payload?.threads, [[reference('blue'), ['LETTER'], true]]);
});

test('what the device already holds is no news', async () => {
	const { subscribe, write, pass, pushes, reference } = await open();
	await write('blue', 'before');
	await subscribe({ versions: { [reference('blue')]: 1 } });
	await write('red', 'wakes nobody');
	await pass(60_000);
	assert.equal(pushes.length, 0);
});

test('a right withdrawn is withdrawn at once: the thread is told no more', async () => {
	const { subscribe, write, pass, pushes, give, reference } = await open();
	await subscribe({ threads: [{ reference: reference('blue') }, { reference: reference('red') }] });
	await give('ana', [{ usage: 'MEM', subject: 'red', power: 1 }]);
	await write('blue', 'not for ana');
	await pass(60_000);
	assert.equal(pushes.length, 0);
	await write('red', 'for ana');
	await pass(60_000);
	assert.deepEqual(pushes[0]?.payload?.threads, [[reference('red'), ['LETTER'], false]]);
});

test('an access withdrawn ends the subscription, and nothing of it stays', async () => {
	const { subscribe, write, pass, pushes, give, engine } = await open();
	await subscribe();
	await give('ana', undefined);
	await write('blue', 'nobody reads it');
	await pass(60_000);
	assert.equal(pushes.length, 0);
	const left = await engine.read(
		'north',
		() => ({ id: 'test', rights: [] }),
		async (source) => ({
			ok: true,
			value: [...(await source.list('NEWS')), ...(await source.list('NEWSAT'))],
		}),
	);
	assert.deepEqual(left, { ok: true, value: [] });
});

test('a subscription ends when it is not renewed, and lives on when it is', async () => {
	const { subscribe, write, pass, pushes, clock } = await open();
	await subscribe({ days: 2 });
	clock.advance(86_400_000);
	await subscribe({ days: 2 });
	clock.advance(1.5 * 86_400_000);
	await write('blue', 'in time');
	await pass(60_000);
	assert.equal(pushes.length, 1);
	clock.advance(86_400_000);
	await write('blue', 'too late');
	await pass(60_000);
	assert.equal(pushes.length, 1);
});

for (const kind of ['gone', 'refused'] as const)
	test(`an address that is ${kind} is forgotten`, async () => {
		const { subscribe, write, pass, pushes, answers } = await open();
		await subscribe();
		answers({ kind });
		await write('blue', 'one');
		await pass(60_000);
		answers({ kind: 'sent' });
		await write('blue', 'two');
		await pass(3_600_000);
		assert.equal(pushes.length, 1);
	});

test('a push service that fails is tried again, later and later, and nothing is lost', async () => {
	const { subscribe, write, pass, pushes, answers } = await open();
	await subscribe();
	answers({ kind: 'later', reason: 'HTTP 503' });
	await write('blue', 'one');
	await pass(2_000);
	assert.equal(pushes.length, 1);
	await pass(61_000);
	assert.equal(pushes.length, 2);
	await pass(61_000);
	assert.equal(pushes.length, 2, 'the second wait is longer');
	answers({ kind: 'sent' });
	await pass(120_000);
	assert.equal(pushes.length, 3);
	assert.deepEqual(
		pushes.map(({ payload }) => payload?.n),
		[1, 1, 1],
		'the same message',
	);
	await pass(3_600_000);
	assert.equal(pushes.length, 3);
});

test('a server that asks for patience is given it', async () => {
	const { subscribe, write, pass, pushes, answers } = await open();
	await subscribe();
	answers({ kind: 'later', reason: 'HTTP 429', seconds: 3_600 });
	await write('blue', 'one');
	await pass(3_500_000);
	assert.equal(pushes.length, 1);
	await pass(120_000);
	assert.equal(pushes.length, 2);
});

test('two servers tell one device once', async () => {
	const world = await createWorld();
	world.sender(3);
	world.sender(4);
	await world.subscribe();
	await world.write('blue', 'one');
	await world.pass(300_000);
	assert.equal(world.pushes.length, 1);
});

test('a server that dies while it tells is replaced when its lease ends', async () => {
	const world = await createWorld();
	const dying = world.sender(3);
	await world.subscribe();
	world.holds(new Promise(() => undefined));
	await world.write('blue', 'one');
	await world.pass(2_000);
	assert.equal(world.pushes.length, 1, 'sent, and never known to be');
	assert.ok(dying);
	world.holds(undefined);
	const other = world.sender(4);
	await other.sweep();
	await world.pass(10_000);
	assert.equal(world.pushes.length, 1, 'the lease holds');
	await world.pass(60_000);
	assert.equal(world.pushes.length, 2);
	assert.equal(world.pushes[1]?.payload?.n, 1, 'the device sees that it is the same');
});

test('after a start, what was missed is told', async () => {
	const world = await createWorld();
	await world.subscribe();
	await world.write('blue', 'while nobody was there');
	await world.pass(60_000);
	assert.equal(world.pushes.length, 0);
	await world.sender().sweep();
	await world.pass(60_000);
	assert.equal(world.pushes.length, 1);
});

test('more threads than a message names are told by the next one', async () => {
	const world = await createWorld();
	world.sender();
	const [blue, red] = [world.reference('blue'), world.reference('red')];
	await world.subscribe({ threads: [{ reference: blue }, { reference: red }] });
	await world.write('blue', 'one');
	await world.write('red', 'two');
	await world.pass(60_000);
	assert.deepEqual(
		world.pushes.flatMap(({ payload }) => payload?.threads.map(([reference]) => reference)).sort(),
		[blue, red].sort(),
	);
});

test('one who closes is told no more', async () => {
	const { subscribe, ask, write, pass, pushes, sender } = await open();
	await subscribe();
	await ask('ana', 'call/news.unsubscribe', { id: 'ana-device------------' });
	await write('blue', 'one');
	await pass(60_000);
	assert.equal(pushes.length, 0);
	await sender.close();
	await subscribe();
	await write('blue', 'two');
	await pass(60_000);
	assert.equal(pushes.length, 0);
});
