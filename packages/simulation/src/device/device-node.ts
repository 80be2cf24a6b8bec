import { createSession, type LiveThread, type Session, type WatchOptions } from '@navette/client';
import type { Log } from '@navette/core';
import type { Catalogue } from '@navette/model';
import type { WireError } from '@navette/protocol';
import type { Dice } from '../dice.ts';
import { createLife, type Life } from '../life.ts';
import type { Scheduler } from '../scheduler.ts';
import type { Trace } from '../trace.ts';
import { Violation } from '../violation.ts';
import type { Weather } from '../weather.ts';
import type { Network, Station } from '../world/network.ts';
import { createContentSender } from './content-sender.ts';
import { createDeviceDisk } from './device-disk.ts';
import type { Promises } from './promises.ts';
import type { ViewCheck } from './view-check.ts';

/** Something to watch: a thread, and what of it. */
export interface Wish {
	readonly path: string;
	readonly options: WatchOptions;
}

/** A device whose application is started, used, closed and killed. */
export interface DeviceNode extends Station {
	/** Added to its clock, ms. */
	skew: number;
	/** The session under way, once it is open. */
	session(): Session | undefined;
	isRunning(): boolean;
	start(): void;
	/** Ends at once; what its disk was not told to keep is lost. */
	kill(): void;
	/** Closes the application as its user does. */
	close(): void;
	/** Begins or ends to watch one of its wishes. */
	toggle(wish: number): void;
	readonly wishes: readonly Wish[];
	/** Runs an operation now, or keeps it to be sent. */
	call(name: string, input: object): void;
	queue(name: string, input: object): void;
	/** Brings a content to the server, then keeps an operation that puts it in a box. */
	fill(box: { readonly board: string; readonly n: string }, content: Uint8Array): void;
	/** Runs an operation of the framework now. */
	administer(name: string, input: object): void;
	/** Forgets an operation that was refused. */
	discardRefused(): void;
	/** Looks at every view that changed since last time. */
	check(): void;
	/** Looks at every view that shows something: it is the latest. */
	checkReady(): void;
	/** Looks at every view: it is the latest, or refused as it should be. */
	checkLatest(): void;
	/** Whether its outbox holds the operation of a mark. */
	holds(mark: string): boolean;
}

interface Run {
	readonly life: Life;
	session: Session | undefined;
	readonly watched: Map<number, LiveThread>;
	readonly changed: Set<number>;
	/** Marks seen in the outbox. */
	waiting: Set<string>;
	isClosing: boolean;
}

export interface DeviceDeps {
	readonly station: Station;
	readonly wishes: readonly Wish[];
	readonly catalogue: Catalogue;
	readonly scheduler: Scheduler;
	readonly trace: Trace;
	readonly dice: Dice;
	readonly weather: Weather;
	readonly network: Network;
	readonly promises: Promises;
	readonly views: ViewCheck;
	readonly start: number;
	readonly defect: (error: unknown) => void;
}

const REFUSALS = ['E-RIGHT', 'E-INPUT', 'E-REUSED', 'E-OPERATION', 'E-UNIQUE'];
/** Never the fault of a device of the simulation. */
const IMPOSSIBLE = ['E-INPUT', 'E-REUSED', 'E-OPERATION', 'E-UNIQUE', 'E-BODY', 'E-PROTOCOL'];

/** Mark of the input of an operation; empty when it has none. */
const markOf = (input: unknown): string => (input as { mark?: string }).mark ?? '';

export const createDeviceNode = (deps: DeviceDeps): DeviceNode => {
	const { station, scheduler, trace, dice, promises, views, wishes } = deps;
	const { name, org, hash } = station;
	const disk = createDeviceDisk({ name, scheduler, dice: dice.split(), weather: deps.weather });
	let run: Run | undefined;
	const discarded = new Set<string>();

	const log: Log = {
		info() {},
		warn(event, fields) {
			// what a device sums up is what its server does, whatever happened to both
			if (event === 'thread-disagrees')
				deps.defect(new Violation('3', `${name}: ${event} ${JSON.stringify(fields)}`));
		},
		error: (event, fields) =>
			deps.defect(new Violation('defect', `${name}: ${event} ${JSON.stringify(fields)}`)),
	};

	const look = (live: LiveThread, wish: Wish, how: keyof ViewCheck) =>
		views[how]({ org, hash, path: wish.path, options: wish.options }, live.get());

	const watch = (one: Run, at: number) => {
		const wish = wishes[at];
		if (!wish || !one.session || one.watched.has(at)) return;
		const live = one.session.watch(wish.path, wish.options);
		live.subscribe(() => one.changed.add(at));
		one.changed.add(at);
		one.watched.set(at, live);
	};

	/** What left the outbox was done, unless somebody took it away. */
	const followOutbox = (one: Run, session: Session) => {
		const judge = () => {
			if (one.life.isOver()) return;
			const entries = session.outbox.get();
			const now = new Set(entries.map(({ input }) => markOf(input)));
			for (const mark of one.waiting)
				if (!now.has(mark) && !discarded.has(mark)) promises.done(mark);
			for (const { input, state, error } of entries) {
				if (state !== 'refused') continue;
				checkError(error);
				promises.refused(markOf(input));
			}
			one.waiting = now;
		};
		const safely = () => {
			try {
				judge();
			} catch (error) {
				deps.defect(error);
			}
		};
		safely();
		session.outbox.subscribe(safely);
	};

	const checkError = (error: WireError | undefined) => {
		if (error && IMPOSSIBLE.includes(error.code))
			throw new Violation('defect', `${name}: ${error.code} ${JSON.stringify(error.detail)}`);
	};

	const open = async (one: Run) => {
		const session = await createSession({
			org,
			baseUrl: 'http://simulation',
			token: station.token,
			catalogue: deps.catalogue,
			store: disk.open(one.life),
			transport: deps.network.transportFor(station, one.life),
			clock: { now: () => deps.start + scheduler.now() + node.skew },
			random: dice.random,
			timers: one.life.timers,
			log,
			wholeFileBytes: 300,
		});
		if (one.life.isOver()) return;
		one.session = session;
		followOutbox(one, session);
		for (const at of wishes.keys()) if (dice.chance(0.8)) watch(one, at);
	};

	const end = (isTold: boolean) => {
		const ending = run;
		run = undefined;
		if (!ending) return;
		ending.life.end();
		deps.network.cut(name, { device: false, server: isTold });
	};

	const send = async (one: Run, name: string, input: object) => {
		const mark = promises.ask();
		const answer = await one.session?.call<{ mark: string }>(name, { ...input, mark });
		if (!answer || one.life.isOver()) return;
		trace.note(`${station.name} ${mark} ${answer.ok ? 'done' : answer.error.code}`);
		if (answer.ok && answer.value.mark !== mark)
			throw new Violation('4', `${mark} was answered as ${answer.value.mark}`);
		if (answer.ok) return promises.done(mark);
		checkError(answer.error);
		if (REFUSALS.includes(answer.error.code)) promises.refused(mark);
	};

	const keep = async (one: Run, name: string, input: object) => {
		const mark = promises.ask();
		const kept = await one.session?.queue(name, { ...input, mark });
		if (kept?.ok && !one.life.isOver()) promises.kept(mark);
	};

	const sender = createContentSender(dice);

	const inUse = () => (run?.session && !run.isClosing ? run : undefined);

	const node: DeviceNode = {
		...station,
		skew: 0,
		wishes,
		session: () => run?.session,
		isRunning: () => run !== undefined,
		start() {
			if (run) return;
			trace.note(`${name} starts`);
			const life = createLife(name, scheduler);
			run = {
				life,
				session: undefined,
				watched: new Map(),
				changed: new Set(),
				waiting: new Set(),
				isClosing: false,
			};
			open(run).catch(deps.defect);
		},
		kill() {
			if (!run) return;
			trace.note(`${name} killed`);
			end(true);
		},
		close() {
			const closing = run;
			if (!closing?.session || closing.isClosing) return;
			trace.note(`${name} closes`);
			closing.isClosing = true;
			const over = () => {
				if (run === closing) end(true);
			};
			closing.session.close().then(over).catch(deps.defect);
		},
		toggle(at) {
			const one = inUse();
			const live = one?.watched.get(at);
			if (!one) return;
			if (!live) return watch(one, at);
			live.release();
			one.watched.delete(at);
		},
		call(name, input) {
			const one = inUse();
			if (one) send(one, name, input).catch(deps.defect);
		},
		queue(name, input) {
			const one = inUse();
			if (one) keep(one, name, input).catch(deps.defect);
		},
		fill(box, content) {
			const one = inUse();
			const { session } = one ?? {};
			if (one && session)
				sender
					.send(session, box, content, (input) => keep(one, 'BoxFill', input))
					.catch(deps.defect);
		},
		administer(name, input) {
			const asked = inUse()?.session?.call(name, input);
			asked?.then((answer) => answer.ok || checkError(answer.error)).catch(deps.defect);
		},
		discardRefused() {
			const session = inUse()?.session;
			const entry = session?.outbox.get().find(({ state }) => state === 'refused');
			if (!session || !entry) return;
			discarded.add(markOf(entry.input));
			session.discard(entry.id).catch(deps.defect);
		},
		check() {
			for (const at of run?.changed ?? []) {
				const live = run?.watched.get(at);
				const wish = wishes[at];
				if (live && wish) look(live, wish, 'state');
			}
			run?.changed.clear();
		},
		checkReady() {
			for (const [at, live] of run?.watched ?? []) {
				const wish = wishes[at];
				if (wish && live.get().status === 'ready') look(live, wish, 'latest');
			}
		},
		holds: (mark) =>
			run?.session?.outbox.get().some(({ input }) => markOf(input) === mark) ?? false,
		checkLatest() {
			for (const [at, live] of run?.watched ?? []) {
				const wish = wishes[at];
				if (wish) look(live, wish, 'latest');
			}
		},
	};
	return node;
};
