import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createWorld, ORG, TOKENS } from '../testing/world.ts';
import { routeOf } from './route-name.ts';
import type { ServerEvent } from './server-event.ts';

const observed = async (options: Parameters<typeof createWorld>[0] = {}) => {
	const events: ServerEvent[] = [];
	let ticks = 0;
	const observer = { time: () => ++ticks, note: (event: ServerEvent) => void events.push(event) };
	const world = await createWorld({ ...options, observer });
	events.length = 0;
	const told = <K extends ServerEvent['kind']>(kind: K) =>
		events.filter((event): event is Extract<ServerEvent, { kind: K }> => event.kind === kind);
	return { ...world, events, told };
};

test('a route is named without what its address holds', () => {
	const at = (path: string) => routeOf(`http://localhost:8080${path}`);
	assert.deepEqual(at('/api/north/call/NoteWrite?x=1'), { route: 'call', org: 'north' });
	assert.deepEqual(at('/api/north/pull'), { route: 'pull', org: 'north' });
	assert.deepEqual(at('/api/docs'), { route: 'api' });
	assert.deepEqual(at('/health?now'), { route: 'health' });
	assert.deepEqual(at('/assets/secret.js'), { route: 'page' });
	assert.deepEqual(at(''), { route: 'page' });
});

test('a call is told by its name and outcome; a name that is not declared is not repeated', async () => {
	const world = await observed();
	await world.write('1', 'hello');
	await world.post(`${ORG}/call/canary`, {}, { 'operation-id': 'operation-canary-1' });
	await world.post(`${ORG}/report/admin.activity`, {});
	assert.deepEqual(
		world.told('operation').map(({ name, outcome }) => [name, outcome]),
		[
			['NoteWrite', 'ok'],
			['?', 'E-OPERATION'],
		],
	);
	assert.ok(world.told('operation').every(({ milliseconds }) => milliseconds > 0));
	assert.deepEqual(
		world.told('request').map(({ route, status, org }) => [route, status, org]),
		[
			['call', 200, ORG],
			['call', 404, ORG],
			['report', 403, ORG],
		],
	);
	assert.equal(world.told('commit')[0]?.operations, 1);
});

test('sockets are counted once, and their notices sent, held back and released', async () => {
	const world = await observed();
	const reference = await world.reference();
	const one = await world.greeted(TOKENS.mia);
	await one.say({ kind: 'subscribe', request: 1, pull: { threads: [{ reference, since: 0 }] } });
	await world.write('1', 'hello');
	one.socket.buffered = 1_000_000;
	await world.write('1', 'again');
	one.socket.buffered = 0;
	world.fire(15_000);
	await one.heard();
	one.events.closed();
	one.events.closed();
	assert.deepEqual(
		world.told('socket').map(({ change }) => change),
		[1, -1],
	);
	assert.deepEqual(
		world.told('thread').map(({ type, sent, held }) => [type, sent, held]),
		[
			['BOARD', 1, 0],
			['BOARD', 0, 1],
		],
	);
	assert.equal(world.told('released')[0]?.sent, 1);
});

test('a refused greeting and a refused rate are told', async () => {
	const world = await observed({ rates: { perToken: 1, refusalsPerAddress: 60 } });
	await world.greeted('a-token-nobody-was-given');
	assert.equal(world.told('greeting')[0]?.outcome, 'E-TOKEN');
	assert.deepEqual(world.told('socket'), []);
	for (let n = 0; n < 6; n++) await world.write('1', 'again');
	assert.equal(world.told('rate')[0]?.limit, 'token');
});

test('health always answers; ready says when the server stops', async () => {
	const { server } = await observed();
	const ask = async (path: string) => {
		const response = await server.fetch(new Request(`http://localhost/${path}`));
		return [response.status, await response.json()];
	};
	assert.deepEqual(await ask('ready'), [200, { status: 'ready' }]);
	server.drain(0);
	assert.deepEqual(await ask('ready'), [503, { status: 'stopping' }]);
	assert.deepEqual(await ask('health'), [200, { status: 'ok' }]);
});
