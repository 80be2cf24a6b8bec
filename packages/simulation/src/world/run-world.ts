import { hold } from '../violation.ts';
import { ACCESSES, ORGANISATIONS, someRights } from './cast.ts';
import { doSomething } from './deeds.ts';
import { createWorld, type World, type WorldOptions } from './world.ts';

/** How a world ended. */
export interface WorldOutcome {
	readonly seed: number;
	readonly steps: number;
	readonly commits: number;
	/** SHA-256 of everything that happened. */
	readonly digest: string;
	/** What does not hold, `undefined` when all does. */
	readonly failure: unknown;
	/** The last events. */
	readonly last: readonly string[];
	readonly promises: Readonly<Record<string, number>>;
	/** Virtual time that passed, ms. */
	readonly time: number;
}

/** Virtual time within which everything heals: longer than every waiting of client and server. */
const HEALING_MS = 200_000;
const HEALING_STEPS = 30_000;
/** Beyond every clock there was, ms. */
const SWEPT = 1_000 * 86_400_000;

const step = async (world: World): Promise<void> => {
	const commits = world.ledger.commits();
	const moved = await world.scheduler.step();
	hold(moved, 'convergence', () => 'nothing is ever to happen again');
	if (world.ledger.commits() !== commits) await world.ledger.checkThreads(world.store);
	world.contents.check();
	for (const { node } of world.devices) node.check();
	const failure = world.firstFailure();
	if (failure !== undefined) throw failure;
};

const schedule = (world: World, pace: number): void => {
	const { dice, scheduler, weather } = world;
	const pause = dice.chance(0.02) ? dice.between(500, 60_000) : dice.between(1, pace);
	scheduler.after(pause, 'deed', () => {
		if (weather.calm) return;
		doSomething(world);
		schedule(world, pace);
	});
};

/** Everybody who has no access any more is given one. */
const restoreAccesses = (world: World): void => {
	const { ledger, devices, dice } = world;
	for (const { org, account, hash } of ACCESSES) {
		const now = ledger.organisation(org).rights.at(-1);
		if (now?.accesses.has(hash)) continue;
		const admin = devices.find(({ part, node }) => part.isAdministrator && node.org === org);
		const rights = someRights(dice);
		admin?.node.administer('access.grant', { hash, account, label: account, rights });
	}
};

const isAtRest = ({ devices }: World): boolean =>
	devices.every(({ node }) => {
		const state = node.session()?.sync.get();
		return state?.kind === 'up-to-date' || (state?.kind === 'refused' && !state.error);
	});

/** Runs until all devices are at rest for a while, or for as long as healing may take. */
const rest = async (world: World, what: string): Promise<void> => {
	const { scheduler } = world;
	const start = scheduler.now();
	const most = scheduler.steps() + HEALING_STEPS;
	for (let since = start; scheduler.now() < since + 15_000; ) {
		const said = () => `${what}: ${JSON.stringify(world.devices.map(stateOf))}`;
		const over = scheduler.now() > start + HEALING_MS || scheduler.steps() > most;
		hold(!over, 'convergence', said);
		await step(world);
		if (!isAtRest(world)) since = scheduler.now();
	}
};

const stateOf = ({ node }: World['devices'][number]) => ({
	[node.name]: node.session()?.sync.get() ?? 'closed',
	outbox: node
		.session()
		?.outbox.get()
		.map(({ state, error }) => error?.code ?? state),
});

const runFor = async (world: World, ms: number): Promise<void> => {
	const end = world.scheduler.now() + ms;
	while (world.scheduler.now() < end) await step(world);
};

/** Nothing goes wrong any more. */
const calmDown = async (world: World): Promise<void> => {
	world.trace.note('all is calm');
	world.weather.calm = true;
	world.links.healAll();
	for (const server of world.servers) {
		server.faults.failNext = false;
		server.faults.writesUntilKill = 0;
		server.faults.killAfterCommit = false;
		server.start();
	}
	for (const { node } of world.devices) node.start();
	await runFor(world, 60_000);
	restoreAccesses(world);
	await runFor(world, 10_000);
	for (const { node } of world.devices) {
		if (node.session()?.sync.get().error) node.kill();
		node.start();
	}
};

/** Two days later the daily task of one of the servers leaves nothing but what is named. */
const sweep = async (world: World): Promise<void> => {
	const [server] = world.servers;
	if (!server) return;
	for (const one of world.servers) one.skew = SWEPT;
	const work = Promise.all(
		ORGANISATIONS.map((org) => server.run()?.engine.maintenance.contents(org)),
	);
	let isDone = false;
	work.then(
		() => {
			isDone = true;
		},
		(error: unknown) => {
			isDone = true;
			world.failure(error);
		},
	);
	while (!isDone) await step(world);
	await step(world);
	await world.contents.checkRest(ORGANISATIONS);
};

/** Convergence: all devices are up to date, all promises were kept. */
const converge = async (world: World): Promise<void> => {
	await calmDown(world);
	await rest(world, 'never at rest');
	for (const { node } of world.devices) node.checkReady();
	for (const { node } of world.devices) world.network.cut(node.name);
	await runFor(world, 1_000);
	await rest(world, 'never at rest on new sockets');
	for (const { node } of world.devices) node.checkLatest();
	await sweep(world);
	world.promises.check((mark) => world.devices.some(({ node }) => node.holds(mark)));
};

/** Runs a world for so many steps, then lets it heal. Never throws for what does not hold. */
export const runWorld = async (options: WorldOptions, steps: number): Promise<WorldOutcome> => {
	const world = await createWorld(options);
	let failure: unknown;
	try {
		schedule(world, world.dice.pick([20, 120, 400]));
		while (world.scheduler.steps() < steps) await step(world);
		await converge(world);
	} catch (error) {
		failure = world.firstFailure() ?? error;
	}
	return {
		seed: options.seed,
		steps: world.scheduler.steps(),
		commits: world.ledger.commits(),
		digest: world.trace.digest(),
		failure,
		last: world.trace.last(),
		promises: world.promises.counts(),
		time: world.scheduler.now(),
	};
};
