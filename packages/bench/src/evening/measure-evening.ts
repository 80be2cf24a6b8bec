import { type ChildProcess, fork } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { startChild } from '../child.ts';
import { machineNow } from '../load/stamp.ts';
import { type Figure, quantile, rounded } from '../results.ts';
import { eveningOf } from './organisation.ts';
import { concerns, type Order, ordersOf, type Screen, screensOf, totalsOf } from './plan.ts';
import type { ScreensAsked, ScreensReport } from './screens-process.ts';
import { tokenOf } from './token.ts';

/** A last evening: everybody orders on one tour while screens are open. */
export interface EveningLoad {
	readonly groups: number;
	/** In each group. */
	readonly consumers: number;
	readonly writes: number;
	readonly seconds: number;
	readonly screens: number;
}

/** What came of it. */
export interface EveningOutcome {
	/** Refused writes, screens that are not connected at the end, in words. */
	readonly errors: readonly string[];
	/** What a screen shows that is not what was ordered, in words. */
	readonly wrong: readonly string[];
	/** From the key to each other screen that shows it, ms, sorted. */
	readonly times: readonly number[];
	/** From the key to the answer, ms, sorted. */
	readonly answers: readonly number[];
	/** Bytes resident in the server at the end. */
	readonly memory: number;
}

interface Written extends Order {
	readonly begun: number;
	readonly answered: number;
	readonly version: number;
	readonly failed: string | undefined;
}

/** Screens of one process. */
const A_PROCESS = 125;
/** How long screens may take to show the last of it, ms; they are asked again meanwhile. */
const PATIENCE = 20_000;

const answerOf = <T>(child: ChildProcess): Promise<T> =>
	new Promise((resolve, reject) => {
		const ended = (code: number | null) => reject(new Error(`screens ended with ${code}`));
		child.once('exit', ended);
		child.once('message', (message) => {
			child.off('exit', ended);
			resolve(message as T);
		});
	});

const openScreens = async (asked: ScreensAsked): Promise<readonly ChildProcess[]> => {
	const children: ChildProcess[] = [];
	for (let from = 0; from < asked.screens.length; from += A_PROCESS) {
		const child = fork(path.join(import.meta.dirname, 'screens-process.ts'));
		children.push(child);
		const screens = asked.screens.slice(from, from + A_PROCESS);
		child.send({ ...asked, screens });
		const { failed } = await answerOf<{ readonly failed?: string }>(child);
		if (failed !== undefined) throw new Error(failed);
	}
	return children;
};

const newId = (): string => randomBytes(16).toString('base64url');

const order = async (asked: ScreensAsked, one: Order): Promise<Written> => {
	const { gc, co, prod, q2 } = one;
	const right = `CO/${gc}.${co}`;
	const begun = machineNow();
	const answer = await fetch(`${asked.url}/api/evening/call/CmdLigne`, {
		method: 'POST',
		headers: {
			authorization: `Bearer ${tokenOf(asked.secret, right)}`,
			'content-type': 'application/json',
			'operation-id': newId(),
		},
		body: JSON.stringify({ right, gc, co, ...asked.tour, prod, q2 }),
	});
	const body = (await answer.json()) as {
		readonly notices?: readonly { readonly version: number }[];
		readonly error?: { readonly code: string };
	};
	const version = Math.max(0, ...(body.notices ?? []).map((notice) => notice.version));
	const failed = version > 0 ? undefined : `${right} ${prod}: ${body.error?.code ?? 'no version'}`;
	return { ...one, begun, answered: machineNow(), version, failed };
};

/** Writes at an even pace, whatever the answers take. */
const orderAll = async (asked: ScreensAsked, orders: readonly Order[], seconds: number) => {
	const every = (seconds * 1_000) / orders.length;
	const begun = machineNow();
	const written: Promise<Written>[] = [];
	for (const [n, one] of orders.entries()) {
		const early = begun + n * every - machineNow();
		if (early > 0) await new Promise((resolve) => setTimeout(resolve, early));
		written.push(order(asked, one));
	}
	return Promise.all(written);
};

const reportsOf = async (children: readonly ChildProcess[], expected: object) => {
	const all = children.map((child) => {
		const report = answerOf<ScreensReport>(child);
		child.send({ expected });
		return report;
	});
	const reports = await Promise.all(all);
	return {
		shown: reports.flatMap(({ shown }) => shown),
		wrong: reports.flatMap(({ wrong }) => wrong),
		offline: reports.reduce((sum, { offline }) => sum + offline, 0),
	};
};

/** What screens show once nothing more changes, or when patience is over. */
const lastReport = async (children: readonly ChildProcess[], expected: object) => {
	const until = machineNow() + PATIENCE;
	for (;;) {
		const report = await reportsOf(children, expected);
		if ((report.wrong.length === 0 && report.offline === 0) || machineNow() > until) return report;
		await new Promise((resolve) => setTimeout(resolve, 500));
	}
};

/** From each key to each other screen that it concerns. */
const timesOf = (
	screens: readonly Screen[],
	shown: Awaited<ReturnType<typeof reportsOf>>['shown'],
	written: readonly Written[],
): readonly number[] => {
	const byVersion = written.filter(({ version }) => version > 0);
	byVersion.sort((a, b) => a.version - b.version);
	const times: number[] = [];
	for (const [at, screen] of screens.entries()) {
		const all = shown[at] ?? [];
		let next = 0;
		for (const one of byVersion) {
			if (!concerns(screen, one)) continue;
			while (next < all.length && (all[next]?.[0] ?? 0) < one.version) next++;
			const seen = all[next];
			if (seen) times.push(seen[1] - one.begun);
		}
	}
	return times.sort((a, b) => a - b);
};

/** Lives one last evening on a real server, over loopback, with real sessions. */
export const liveEvening = async (
	load: EveningLoad,
	tell: (line: string) => void = () => {},
): Promise<EveningOutcome> => {
	const now = Date.now();
	const evening = eveningOf(load, now);
	const orders = ordersOf(evening, load.writes);
	const screens = screensOf(evening, load.screens);
	const secret = newId();
	const words = [load.groups, load.consumers, load.writes, load.screens, now].map(String);
	const server = await startChild('evening/server-process.ts', [secret, ...words]);
	const url = server.url.replace('localhost', '127.0.0.1');
	const asked: ScreensAsked = { url, secret, tour: evening.tour, screens };
	let children: readonly ChildProcess[] = [];
	try {
		children = await openScreens(asked);
		tell(`${screens.length} screens are open`);
		const written = await orderAll(asked, orders, load.seconds);
		const accepted = written.filter(({ failed }) => failed === undefined);
		accepted.sort((a, b) => a.version - b.version);
		const { shown, wrong, offline } = await lastReport(children, totalsOf(accepted));
		return {
			errors: [
				...written.flatMap(({ failed }) => failed ?? []),
				...(offline > 0 ? [`${offline} screens are not up to date`] : []),
			],
			wrong,
			times: timesOf(screens, shown, written),
			answers: written.map(({ begun, answered }) => answered - begun).sort((a, b) => a - b),
			memory: await server.resident(),
		};
	} finally {
		for (const child of children) if (child.connected) child.disconnect();
		await server.stop();
	}
};

/** A last evening in figures. */
export const eveningFigures = async (
	load: EveningLoad,
	tell: (line: string) => void,
): Promise<readonly Figure[]> => {
	const { errors, wrong, times, answers, memory } = await liveEvening(load, tell);
	for (const line of [...errors, ...wrong].slice(0, 20)) tell(line);
	const what = `${load.groups} groups × ${load.consumers}, ${load.writes} orders in ${load.seconds} s, ${load.screens} screens`;
	const ms = (all: readonly number[], share: number) => rounded(quantile(all, share));
	return [
		{
			name: `${what}: errors`,
			value: errors.length,
			unit: 'refused orders and lost screens',
			bar: '0',
			met: errors.length === 0,
		},
		{
			name: `${what}: documents shown wrongly at the end`,
			value: wrong.length,
			unit: 'documents on screens',
			bar: '0',
			met: wrong.length === 0,
		},
		{ name: `${what}: changes seen by other screens`, value: times.length, unit: 'changes' },
		{ name: `${what}: key → other screen, median`, value: ms(times, 0.5), unit: 'ms' },
		{ name: `${what}: key → other screen, p99`, value: ms(times, 0.99), unit: 'ms' },
		{ name: `${what}: key → other screen, last`, value: rounded(times.at(-1) ?? 0), unit: 'ms' },
		{ name: `${what}: key → answer, p99`, value: ms(answers, 0.99), unit: 'ms' },
		{ name: `${what}: server memory, end`, value: Math.round(memory / 1e6), unit: 'MB' },
	];
};
