import { StorageFault } from '@navette/storage';
import { ACCESSES, BOARDS, NUMBERS, OWNERS, someRights } from './cast.ts';
import type { World } from './world.ts';

/** Something that people, machines or the network do. */
export type Deed = (world: World) => void;

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

const someDevice = ({ devices, dice }: World) => dice.pick(devices).node;
const someServer = ({ servers, dice }: World) => dice.pick(servers);

const noteOf = ({ dice }: World) => ({
	board: dice.pick(BOARDS),
	owner: dice.pick(OWNERS),
	n: dice.pick(NUMBERS),
});

const operationOf = (world: World): readonly [string, object] => {
	const { dice } = world;
	const note = noteOf(world);
	const kind = dice.below(10);
	if (kind < 3) return ['NoteWrite', { ...note, text: 'x'.repeat(dice.below(30)) }];
	if (kind < 4) return ['NoteWrite', { ...note, text: dice.chance(0.2) ? 'throw' : 'refuse' }];
	if (kind < 6) return ['NoteRemove', note];
	if (kind < 7) return ['NoteMove', { ...note, to: dice.pick(BOARDS) }];
	if (kind < 8) return ['CardWrite', { board: note.board, n: note.n }];
	return ['PartsBump', { board: note.board }];
};

const write: Deed = (world) => {
	const [name, input] = operationOf(world);
	const isDefect = 'text' in input && input.text === 'throw';
	const device = someUser(world);
	if (world.dice.chance(0.5) || isDefect) device.call(name, input);
	else device.queue(name, input);
};

/** A content of its own, short enough for one request or not. */
const fill: Deed = (world) => {
	const { dice } = world;
	const content = dice.random.bytes(dice.pick([0, 20, 300, 399, 400, 401, 1_000, 1_203]));
	const { board, n } = noteOf(world);
	someUser(world).fill({ board, n }, content);
};

const empty: Deed = (world) => {
	const { board, n } = noteOf(world);
	someUser(world).queue('BoxEmpty', { board, n });
};

const someUser = (world: World) =>
	world.dice.pick(world.devices.filter((one) => !one.part.isAdministrator)).node;

const administrator = (world: World) =>
	world.dice.pick(world.devices.filter((one) => one.part.isAdministrator)).node;

const giveRights: Deed = (world) => {
	const { dice } = world;
	const admin = administrator(world);
	const access = dice.pick(
		ACCESSES.filter((one) => one.org === admin.org && one.account !== 'adm'),
	);
	const { hash, account } = access;
	if (dice.chance(0.2)) return admin.administer('access.revoke', { hash });
	admin.administer('access.grant', { hash, account, label: account, rights: someRights(dice) });
};

/** Rights move several times while people write. */
const turmoil: Deed = (world) => {
	for (let times = 0; times < 3; times++) {
		giveRights(world);
		for (const _ of ['once', 'twice']) write(world);
	}
};

const moveGate: Deed = (world) =>
	administrator(world).queue('GateSet', {
		board: world.dice.pick(BOARDS),
		shut: world.dice.chance(0.4),
	});

const later = (world: World, low: number, high: number, label: string, work: () => void) =>
	void world.scheduler.after(world.dice.between(low, high), label, () => {
		if (!world.weather.calm) work();
	});

const partition: Deed = (world) => {
	const { devices, servers, links, trace, dice } = world;
	const chosen = dice.chance(0.5)
		? [[dice.pick(devices).node, dice.pick(servers)] as const]
		: dice.chance(0.5)
			? servers.map((server) => [dice.pick(devices).node, server] as const)
			: devices.map(({ node }) => [node, dice.pick(servers)] as const);
	for (const [device, server] of chosen) {
		trace.note(`link ${device.name}-${server.name} down`);
		links.cut(device.name, server.name);
		later(world, 100, dice.pick([1_000, 20_000, 200_000]), 'heal', () =>
			links.heal(device.name, server.name),
		);
	}
};

const cutSockets: Deed = (world) =>
	world.network.cut(world.dice.chance(0.7) ? someDevice(world).name : someServer(world).name);

const forbidSockets: Deed = (world) => {
	const { name } = someDevice(world);
	world.links.socketless.add(name);
	world.network.cut(name);
	later(world, 5_000, 120_000, 'sockets again', () => world.links.socketless.delete(name));
};

const restartLater = (world: World, node: { readonly start: () => void; readonly name: string }) =>
	later(world, 50, world.dice.pick([500, 10_000, 60_000]), `start ${node.name}`, node.start);

const killServer: Deed = (world) => {
	const server = someServer(world);
	const how = world.dice.below(5);
	if (how === 0) server.kill('at once');
	else if (how === 1) server.stop();
	else if (how === 2) server.faults.killAfterCommit = true;
	else if (how === 3) server.faults.writesUntilKill = world.dice.between(1, 12);
	else server.faults.failNext = true;
};

const killDevice: Deed = (world) => {
	const device = someDevice(world);
	if (world.dice.chance(0.5)) device.kill();
	else device.close();
};

const jumpClock: Deed = (world) => {
	const { dice } = world;
	const by = dice.pick([-DAY, -HOUR, -1_500, 1_500, HOUR, DAY]);
	const node = dice.chance(0.5) ? someDevice(world) : someServer(world);
	node.skew = dice.chance(0.2) ? 0 : node.skew + by;
};

const passDays: Deed = ({ servers, devices, dice }) => {
	const days = dice.pick([1, 2, 4]) * DAY;
	for (const one of [...servers, ...devices.map(({ node }) => node)]) one.skew += days;
};

const maintain: Deed = (world) => {
	const run = someServer(world).run();
	const org = world.dice.pick(ACCESSES).org;
	run?.engine.maintain(org).catch((error: unknown) => {
		// A transaction that failed because it was to fail, or whose server died, is done tomorrow.
		if (!(error instanceof StorageFault) && !run.life.isOver()) world.failure(error);
	});
};

/** Deeds and how often they are done, one against the other. */
const DEEDS: readonly (readonly [number, Deed])[] = [
	[60, write],
	[9, fill],
	[5, empty],
	[7, giveRights],
	[2, moveGate],
	[4, partition],
	[3, cutSockets],
	[3, forbidSockets],
	[4, killServer],
	[4, killDevice],
	[2, jumpClock],
	[2, passDays],
	[1, maintain],
	[4, (world) => someDevice(world).toggle(world.dice.below(6))],
	[2, (world) => someDevice(world).discardRefused()],
];

const TOTAL = DEEDS.reduce((sum, [weight]) => sum + weight, 0);

const pickDeed = (dice: World['dice']): Deed => {
	let left = dice.below(TOTAL);
	for (const [weight, deed] of DEEDS) {
		left -= weight;
		if (left < 0) return deed;
	}
	throw new Error('weights do not add up');
};

/** Whoever is down is started again, some time later. */
const startAgain = (world: World): void => {
	const machines = [
		...world.servers.map((server) => ({ machine: server, isUp: server.run() !== undefined })),
		...world.devices.map(({ node }) => ({ machine: node, isUp: node.isRunning() })),
	];
	for (const { machine, isUp } of machines)
		if (isUp) world.starting.delete(machine.name);
		else if (!world.starting.has(machine.name)) {
			world.starting.add(machine.name);
			restartLater(world, machine);
		}
};

/** Does something. */
export const doSomething: Deed = (world) => {
	const { dice, weather } = world;
	if (weather.restless && dice.chance(0.15)) turmoil(world);
	else if (weather.restless && dice.chance(0.03)) cutSockets(world);
	else pickDeed(dice)(world);
	startAgain(world);
};
