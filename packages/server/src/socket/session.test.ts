import assert from 'node:assert/strict';
import { test } from 'node:test';
import { encodeCbor } from '@navette/codec';
import { ok } from '@navette/core';
import type { ClientFrame } from '@navette/protocol';
import { hashOfToken } from '../access/token.ts';
import { createWorld, ORG, TOKENS } from '../testing/world.ts';
import { SOCKET_LIMITS } from './socket-limits.ts';
import { CLOSE } from './socket-port.ts';

const subscribeTo = (reference: string, since = 0): ClientFrame => ({
	kind: 'subscribe',
	request: 1,
	pull: { threads: [{ reference, since }] },
});

test('a socket says who it is in time, speaks the protocol, or is closed', async () => {
	const world = await createWorld();
	const silent = world.connect();
	assert.ok(SOCKET_LIMITS.greetingMs <= 5_000);
	world.fire(SOCKET_LIMITS.greetingMs);
	assert.equal(silent.socket.closed, CLOSE.notInTime);
	const early = world.connect();
	await early.say({ kind: 'unsubscribe', references: [] });
	assert.equal(early.socket.closed, CLOSE.unauthorised);
	const stranger = world.connect();
	const [refused] = await stranger.say({ kind: 'hello', protocol: 1, token: 'x'.repeat(20) });
	assert.ok(refused?.kind === 'refused' && refused.error.code === 'E-TOKEN');
	assert.equal(stranger.socket.closed, CLOSE.unauthorised);
	const old = world.connect();
	await old.say({ kind: 'hello', protocol: 0, token: TOKENS.mia });
	assert.equal(old.socket.closed, CLOSE.protocol);
	const good = world.connect();
	const [welcome] = await good.say({ kind: 'hello', protocol: 1, token: TOKENS.mia });
	assert.equal(welcome?.kind, 'welcome');
	world.fire(SOCKET_LIMITS.greetingMs);
	assert.equal(good.socket.closed, undefined);
});

test('a subscription answers what is there, then each change is told with its document', async () => {
	const world = await createWorld();
	await world.write('1', 'before');
	const mia = await world.greeted(TOKENS.mia);
	const reference = await world.reference();
	const [pulled] = await mia.say(subscribeTo(reference));
	assert.ok(pulled?.kind === 'pulled');
	await world.write('2', 'after');
	const [notice] = await mia.heard();
	assert.ok(notice?.kind === 'notice');
	assert.deepEqual(notice.notices, [
		{
			reference,
			from: 1,
			version: 2,
			versions: { NOTE: 2 },
			documents: [['NOTE', 'blue.2', 2, 0, encodeCbor('after')]],
		},
	]);
	await mia.say({ kind: 'unsubscribe', references: [reference] });
	await world.write('3', 'unheard');
	assert.deepEqual(await mia.heard(), []);
});

test('each reader is told through its own projection', async () => {
	const world = await createWorld();
	const gus = await world.greeted(TOKENS.gus);
	await gus.say(subscribeTo(await world.reference(TOKENS.gus)));
	await world.write('1', 'secret');
	const [notice] = await gus.heard();
	assert.ok(notice?.kind === 'notice');
	assert.deepEqual(notice.notices[0]?.documents?.[0]?.[4], encodeCbor(6));
});

test('a large change is told without its document', async () => {
	const world = await createWorld();
	const mia = await world.greeted(TOKENS.mia);
	await mia.say(subscribeTo(await world.reference()));
	await world.write('1', 'x'.repeat(17_000));
	const [notice] = await mia.heard();
	assert.ok(notice?.kind === 'notice' && notice.notices[0]?.documents === undefined);
});

test('a right withdrawn is withdrawn at once, on an open socket and before the next notice', async () => {
	const world = await createWorld();
	const mia = await world.greeted(TOKENS.mia);
	const reference = await world.reference();
	await mia.say(subscribeTo(reference));
	await world.post(
		`${ORG}/call/BoardShut`,
		{ board: 'blue' },
		{ 'operation-id': 'shut-the-board-1' },
	);
	assert.deepEqual(await mia.heard(), [{ kind: 'withdrawn', references: [reference] }]);
	await world.write('1', 'secret');
	assert.deepEqual(await mia.heard(), []);
	const [refused] = await mia.say({
		kind: 'pull',
		request: 2,
		pull: { threads: [{ reference, since: 0 }] },
	});
	assert.ok(
		refused?.kind === 'pulled' && refused.answer.threads[0] && 'error' in refused.answer.threads[0],
	);
});

test('a thread that was refused and is given back is told of, whenever the refusal came', async () => {
	const world = await createWorld();
	const gus = await world.greeted(TOKENS.gus);
	const move = (board: string, id: string) =>
		world.post(`${ORG}/call/BoardShut`, { board }, { 'operation-id': id });
	await move('red', 'rights-move-00001');
	assert.deepEqual(await gus.heard(), [], 'nothing was refused: nothing is said');
	const [opened] = await gus.say({
		...{ kind: 'open', request: 1, open: { paths: ['BOARD/nowhere'] } },
	});
	assert.equal(opened?.kind, 'opened');
	await move('green', 'rights-move-00002');
	assert.deepEqual(await gus.heard(), [{ kind: 'rescoped', references: [] }]);
});

test('a revoked access ends its sockets', async () => {
	const world = await createWorld();
	const mia = await world.greeted(TOKENS.mia);
	await mia.say(subscribeTo(await world.reference()));
	const revoke = { hash: hashOfToken(TOKENS.mia) };
	const id = { 'operation-id': 'revoke-mia-000001' };
	const revoked = await world.post(`${ORG}/call/access.revoke`, revoke, id, TOKENS.adm);
	assert.equal(revoked.status, 200);
	await world.write('1', 'secret', TOKENS.gus);
	const frames = await mia.heard();
	assert.deepEqual(
		frames.map((frame) => frame.kind),
		['refused'],
	);
	assert.equal(mia.socket.closed, CLOSE.unauthorised);
	assert.equal((await world.write('1', 'x')).status, 401);
});

test('an access that sees something else is told so', async () => {
	const world = await createWorld();
	const mia = await world.greeted(TOKENS.mia);
	const reference = await world.reference();
	await mia.say(subscribeTo(reference));
	const rights = [
		{ usage: 'MEM', subject: 'blue', power: 1 },
		{ usage: 'BLIND', subject: '', power: 1 },
	];
	const grant = { hash: hashOfToken(TOKENS.mia), account: 'mia', label: '', rights };
	const id = { 'operation-id': 'change-mia-000001' };
	await world.post(`${ORG}/call/access.grant`, grant, id, TOKENS.adm);
	assert.deepEqual(await mia.heard(), [{ kind: 'rescoped', references: [reference] }]);
	await world.write('1', 'secret', TOKENS.gus);
	const [notice] = await mia.heard();
	assert.ok(notice?.kind === 'notice');
	assert.deepEqual(notice.notices[0]?.documents?.[0]?.[4], encodeCbor(6));
});

test('rights that move are told to who listens to nothing too: what reports say changed', async () => {
	const world = await createWorld();
	const mia = await world.greeted(TOKENS.mia);
	const give = (subject: string, id: string) =>
		world.post(
			`${ORG}/call/access.grant`,
			{
				...{ hash: hashOfToken(TOKENS.mia), account: 'mia', label: id },
				rights: [{ usage: 'MEM', subject, power: 1 }],
			},
			{ 'operation-id': id },
			TOKENS.adm,
		);
	await give('green', 'other-right-00001');
	assert.deepEqual(await mia.heard(), [{ kind: 'rescoped', references: [] }]);
	await give('green', 'same-right-000001');
	assert.deepEqual(await mia.heard(), [], 'the same rights: nothing is said');
});

test('who moves rights is told on the other devices of the account, and nobody else is', async () => {
	const world = await createWorld();
	const [mia, gus] = [await world.greeted(TOKENS.mia), await world.greeted(TOKENS.gus)];
	const id = { 'operation-id': 'shut-by-mia-00001' };
	await world.post(`${ORG}/call/BoardShut`, { board: 'nowhere' }, id, TOKENS.mia);
	assert.deepEqual(await mia.heard(), [{ kind: 'rescoped', references: [] }]);
	assert.deepEqual(await gus.heard(), []);
});

test('what is committed while a subscription is being read is told after it', async () => {
	const world = await createWorld();
	const mia = await world.greeted(TOKENS.mia);
	const reference = await world.reference();
	const [frames] = await Promise.all([
		mia.say(subscribeTo(reference)),
		world.write('1', 'meanwhile'),
		world.write('2', 'meanwhile'),
	]);
	const heard = [...frames, ...(await mia.heard())];
	const pulled = heard.find((frame) => frame.kind === 'pulled');
	const thread = pulled?.kind === 'pulled' ? pulled.answer.threads[0] : undefined;
	const read = thread && 'version' in thread ? thread.version : 0;
	const told = heard.flatMap((frame) => (frame.kind === 'notice' ? frame.notices : []));
	assert.equal(Math.max(read, ...told.map((notice) => notice.version)), 2);
	assert.ok(told.every((notice) => notice.from >= read));
});

test('a slow socket gets the latest version when it drains, not a queue; a stuck one is closed', async () => {
	const world = await createWorld();
	const mia = await world.greeted(TOKENS.mia);
	const reference = await world.reference();
	await mia.say(subscribeTo(reference));
	mia.socket.buffered = SOCKET_LIMITS.slowBytes + 1;
	for (let n = 1; n <= 50; n++) await world.write(String(n), 'flood');
	assert.deepEqual(await mia.heard(), []);
	mia.socket.buffered = 0;
	world.fire(SOCKET_LIMITS.beatMs);
	const heard = await mia.heard();
	assert.deepEqual(
		heard.map((frame) => frame.kind),
		['beat', 'notice'],
	);
	const notices = heard.flatMap((frame) => (frame.kind === 'notice' ? frame.notices : []));
	assert.deepEqual(notices, [{ reference, from: 0, version: 50, versions: {} }]);
	mia.socket.buffered = SOCKET_LIMITS.slowBytes + 1;
	for (let beat = 0; beat < SOCKET_LIMITS.slowBeats; beat++) world.fire(SOCKET_LIMITS.beatMs);
	assert.equal(mia.socket.closed, CLOSE.tooSlow);
});

test('what was held back is not forgotten when the socket drains before the beat', async () => {
	const world = await createWorld();
	const mia = await world.greeted(TOKENS.mia);
	const reference = await world.reference();
	await mia.say(subscribeTo(reference));
	mia.socket.buffered = SOCKET_LIMITS.slowBytes + 1;
	await world.write('1', 'held back');
	mia.socket.buffered = 0;
	await world.write('2', 'told');
	const [notice] = await mia.heard();
	assert.ok(notice?.kind === 'notice');
	assert.deepEqual(notice.notices, [{ reference, from: 0, version: 2, versions: {} }]);
});

test('rights that move while a subscription is read: it is read again with those of now', async () => {
	const world = await createWorld();
	await world.write('1', 'secret');
	const mia = await world.greeted(TOKENS.mia);
	const reference = await world.reference();
	const rights = [
		{ usage: 'MEM', subject: 'blue', power: 1 },
		{ usage: 'BLIND', subject: '', power: 1 },
	];
	const grant = { hash: hashOfToken(TOKENS.mia), account: 'mia', label: '', rights };
	const { pull } = world.engine;
	world.engine.pull = async (...asked) => {
		world.engine.pull = pull;
		const stale = await pull(...asked);
		const id = { 'operation-id': 'change-mia-000002' };
		await world.post(`${ORG}/call/access.grant`, grant, id, TOKENS.adm);
		await world.server.settled();
		return stale;
	};
	const frames = await mia.say(subscribeTo(reference));
	const pulled = frames.find((frame) => frame.kind === 'pulled');
	const thread = pulled?.kind === 'pulled' ? pulled.answer.threads[0] : undefined;
	assert.ok(thread && 'documents' in thread);
	assert.deepEqual(thread.documents[0]?.[4], encodeCbor(6));
});

test('rights that move while rights are asked again: nothing is told before they are asked too', async () => {
	const world = await createWorld();
	const mia = await world.greeted(TOKENS.mia);
	await mia.say(subscribeTo(await world.reference()));
	const member = { usage: 'MEM', subject: 'blue', power: 1 };
	const give = (account: 'mia' | 'gus', ...more: object[]) =>
		world.post(
			`${ORG}/call/access.grant`,
			{ hash: hashOfToken(TOKENS[account]), account, label: '', rights: [member, ...more] },
			{ 'operation-id': `give-${account}-0000000001` },
			TOKENS.adm,
		);
	const { grants } = world.engine;
	world.engine.grants = async (...asked) => {
		world.engine.grants = grants;
		const stale = await grants(...asked);
		await world.write('1', 'secret', TOKENS.gus);
		await give('mia', { usage: 'BLIND', subject: '', power: 1 });
		return stale;
	};
	await give('gus');
	await world.server.settled();
	const heard = await mia.heard();
	const notices = heard.flatMap((frame) => (frame.kind === 'notice' ? frame.notices : []));
	assert.equal(notices.length, 1);
	assert.deepEqual(notices[0]?.documents?.[0]?.[4], encodeCbor(6));
});

test('beats count the notices sent, so that a gap is seen', async () => {
	const world = await createWorld();
	const mia = await world.greeted(TOKENS.mia);
	await mia.say(subscribeTo(await world.reference()));
	await world.write('1', 'a');
	await world.write('2', 'b');
	world.fire(SOCKET_LIMITS.beatMs);
	const beat = (await mia.heard()).find((frame) => frame.kind === 'beat');
	assert.ok(beat?.kind === 'beat' && beat.notices === 2);
});

test('calls, openings and pulls travel over the socket too; too many are refused, not queued', async () => {
	const world = await createWorld({ rates: { perToken: 2, refusalsPerAddress: 60 } });
	const mia = await world.greeted(TOKENS.mia);
	const call = {
		id: 'operation-on-socket',
		name: 'NoteWrite',
		input: { board: 'blue', n: '1', text: 'hi' },
	};
	const frame = { calls: [call, { ...call, id: 'operation-refused-1', input: {} }] };
	const [called] = await mia.say({ kind: 'call', request: 7, frame });
	assert.ok(called?.kind === 'called' && called.request === 7);
	const [first, second] = called.answer.answers;
	assert.deepEqual(first, { id: 'operation-on-socket', result: { length: 2 } });
	assert.ok(second && 'error' in second && second.error.code === 'E-INPUT');
	const [opened] = await mia.say({
		kind: 'open',
		request: 8,
		open: { paths: ['BOARD/blue', 'BOARD/red'] },
	});
	assert.ok(opened?.kind === 'opened' && opened.answer.threads.length === 2);
	const frames = [];
	for (let n = 0; n < 20; n++)
		frames.push(...(await mia.say({ kind: 'open', request: 9, open: { paths: ['BOARD/blue'] } })));
	assert.ok(frames.some((one) => one.kind === 'refused' && one.error.code === 'E-RATE'));
});

test('bytes that are no frame end the socket, and nothing else', async () => {
	const world = await createWorld();
	const other = await world.greeted(TOKENS.gus);
	for (const bytes of [
		new Uint8Array(),
		Uint8Array.of(0xff),
		encodeCbor({ kind: 'nothing' }),
		encodeCbor([1]),
	]) {
		const mia = await world.greeted(TOKENS.mia);
		await mia.raw(bytes);
		assert.equal(mia.socket.closed, CLOSE.badFrame);
	}
	const large = await world.greeted(TOKENS.mia);
	await large.raw(new Uint8Array(1_048_577));
	assert.equal(large.socket.closed, CLOSE.tooLarge);
	assert.equal(other.socket.closed, undefined);
});

test('when the server stops, its sockets are told', async () => {
	const world = await createWorld();
	const mia = await world.greeted(TOKENS.mia);
	world.server.close();
	assert.equal(mia.socket.closed, CLOSE.goingAway);
});

test('a commit that was not heard is made up for: the next notice carries no document', async () => {
	const world = await createWorld();
	const mia = await world.greeted(TOKENS.mia);
	const reference = await world.reference();
	await mia.say(subscribeTo(reference));
	await world.write('1', 'heard');
	world.deaf(true);
	await world.write('2', 'by another server, lost on the way');
	world.deaf(false);
	await mia.heard();
	await world.write('3', 'heard');
	const frames = await mia.heard();
	const notices = frames.flatMap((frame) => (frame.kind === 'notice' ? frame.notices : []));
	assert.deepEqual(notices, [{ reference, from: 1, version: 3, versions: {} }]);
	await world.write('4', 'heard');
	const [next] = await mia.heard();
	assert.ok(next?.kind === 'notice' && next.notices[0]?.documents?.length === 1);
});

test('when the bus doubts, readers that are behind are told where their threads stand', async () => {
	const world = await createWorld();
	const mia = await world.greeted(TOKENS.mia);
	const reference = await world.reference();
	await mia.say(subscribeTo(reference));
	world.deaf(true);
	await world.write('1', 'by another server, lost on the way, with nothing after it');
	world.deaf(false);
	assert.deepEqual(await mia.heard(), []);
	world.doubt();
	assert.deepEqual(await mia.heard(), [
		{ kind: 'notice', notices: [{ reference, from: 0, version: 1, versions: {} }] },
	]);
	world.doubt();
	assert.deepEqual(await mia.heard(), [], 'who is not behind is told nothing');
});

test('when the bus doubts, rights are asked again too', async () => {
	const world = await createWorld();
	const mia = await world.greeted(TOKENS.mia);
	const reference = await world.reference();
	await mia.say(subscribeTo(reference));
	world.deaf(true);
	await world.post(
		`${ORG}/call/BoardShut`,
		{ board: 'blue' },
		{ 'operation-id': 'operation-of-shutting' },
	);
	world.deaf(false);
	assert.deepEqual(await mia.heard(), []);
	world.doubt();
	assert.deepEqual(await mia.heard(), [{ kind: 'withdrawn', references: [reference] }]);
});

test('a server that drains sends its sockets elsewhere one after the other, new ones at once', async () => {
	const world = await createWorld();
	const all = [await world.greeted(TOKENS.mia), await world.greeted(TOKENS.gus)];
	const gone = () => all.map(({ socket }) => socket.closed);
	world.server.drain(1_000);
	assert.deepEqual(gone(), [undefined, undefined]);
	world.fire(500);
	assert.deepEqual(gone(), [CLOSE.goingAway, undefined]);
	world.fire(1_000);
	assert.deepEqual(gone(), [CLOSE.goingAway, CLOSE.goingAway]);
	assert.equal(world.connect().socket.closed, CLOSE.goingAway);
});

test('beats say the time of the organisation; a clock that is moved is told at once', async () => {
	const world = await createWorld();
	const settings = { label: ORG, clockOffset: 3_600_000, clockMoved: 0 };
	await world.engine.putOrganisation(ORG, 'open', settings);
	const mia = await world.greeted(TOKENS.mia);
	const timeOf = async () => {
		const beats = (await mia.heard()).filter((frame) => frame.kind === 'beat');
		return beats.map((frame) => frame.now - world.clock.now());
	};
	world.fire(SOCKET_LIMITS.beatMs);
	assert.deepEqual(await timeOf(), [3_600_000]);
	await world.engine.run({
		org: ORG,
		caller: () => ({ id: 'adm', rights: [] }),
		work: async (context) => {
			context.moveClock(86_400_000);
			return ok(null);
		},
	});
	assert.deepEqual(await timeOf(), [90_000_000]);
});
