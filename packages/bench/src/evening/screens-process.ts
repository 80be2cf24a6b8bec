import { circuitCatalogue, type DocumentData, type DocumentName } from '@navette/circuit/model';
import { createSession, type LiveThread, type Session } from '@navette/client';
import { silentLog, systemClock, systemRandom, systemTimers } from '@navette/core';
import { createMemoryLocalStore } from '@navette/local-store';
import { machineNow } from '../load/stamp.ts';
import { differences } from './differences.ts';
import { nameOf, type Screen, type Totals } from './plan.ts';
import { tokenOf } from './token.ts';

/** Screens of a process: real sessions, watching what the screens of the application watch. */
export interface ScreensAsked {
	readonly url: string;
	readonly secret: string;
	readonly tour: { readonly gp: string; readonly livr: string };
	readonly screens: readonly Screen[];
}

/** When a screen first showed each version of the thread of its orders. */
export type Shown = readonly (readonly [version: number, at: number])[];

/** What screens saw, one entry for each, in order. */
export interface ScreensReport {
	readonly shown: readonly Shown[];
	/** What differs from what was ordered, in words. */
	readonly wrong: readonly string[];
	readonly offline: number;
}

interface Open {
	readonly screen: Screen;
	readonly session: Session;
	readonly orders: LiveThread;
	readonly group: LiveThread | undefined;
	readonly shown: [number, number][];
}

type Tour = ScreensAsked['tour'];

const watchOrders = (session: Session, screen: Screen, { gp, livr }: Tour): LiveThread => {
	if (screen.role === 'groupement') return session.watch(`CMDGP/${gp}.${livr}`);
	if (screen.role === 'producer')
		return session.watch(`CMDPR/${gp}.${screen.pr}`, { types: ['CART'] });
	const types = screen.role === 'consumer' ? { types: ['BCG'] } : {};
	return session.watch(`CMDG/${screen.gc}.${gp}.${livr}`, types);
};

const watchOwn = (session: Session, screen: Screen, { gp, livr }: Tour): LiveThread | undefined =>
	screen.role === 'consumer'
		? session.watch(`CMDC/${screen.gc}.${gp}.${livr}`, {
				types: ['BCC'],
				filters: { BCC: { co: screen.co } },
			})
		: undefined;

const isReady = (thread: LiveThread): Promise<void> =>
	new Promise((resolve) => {
		const look = () => {
			if (thread.get().status !== 'ready') return;
			stop();
			resolve();
		};
		const stop = thread.subscribe(look);
		look();
	});

const openScreen = async (asked: ScreensAsked, screen: Screen): Promise<Open> => {
	const log = silentLog;
	const session = await createSession({
		...{ org: 'evening', baseUrl: asked.url, token: tokenOf(asked.secret, nameOf(screen)) },
		...{ catalogue: circuitCatalogue, clock: systemClock, timers: systemTimers },
		...{ random: systemRandom, log },
		store: await createMemoryLocalStore({ log }),
	});
	const shown: [number, number][] = [];
	const orders = watchOrders(session, screen, asked.tour);
	const group = watchOwn(session, screen, asked.tour);
	const calendar = session.watch(`CALGP/${asked.tour.gp}`);
	orders.subscribe(() => {
		const { version } = orders.get();
		if (version !== shown.at(-1)?.[0]) shown.push([version, machineNow()]);
	});
	await Promise.all([orders, calendar, ...(group ? [group] : [])].map(isReady));
	return { screen, session, orders, group, shown };
};

const linesOf = (type: DocumentName, data: unknown): Record<string, number> => {
	const { lignes } = data as DocumentData['BCC' | 'BCG' | 'CART'];
	const known = Object.entries(lignes).map(([prod, line]) => [prod, line.cmd.q2 ?? 0] as const);
	return Object.fromEntries(known.filter(([, q2]) => type === 'BCC' || q2 > 0));
};

/** What a screen holds, in the words of the plan. */
const seenBy = ({ orders, group }: Open): Totals => {
	const seen: Record<string, Record<string, number>> = {};
	for (const thread of group ? [orders, group] : [orders])
		for (const type of ['BCC', 'BCG', 'CART'] as const)
			for (const { key, data } of thread.get().documents(type).values()) {
				const name = { BCC: `${key.gc}.${key.co}`, BCG: key.gc, CART: `${key.pr}.${key.gc}` }[type];
				seen[`${type}/${name}`] = linesOf(type, data);
			}
	return seen;
};

/** Opened a few at a time: everybody does not come in the same millisecond. */
const AT_ONCE = 10;
const all: Open[] = [];

const openAll = async (asked: ScreensAsked): Promise<void> => {
	for (let from = 0; from < asked.screens.length; from += AT_ONCE) {
		const some = asked.screens.slice(from, from + AT_ONCE);
		all.push(...(await Promise.all(some.map((screen) => openScreen(asked, screen)))));
	}
};

const report = (expected: Totals): ScreensReport => ({
	shown: all.map(({ shown }) => shown),
	wrong: all.flatMap((open) => differences(open.screen, seenBy(open), expected)),
	offline: all.filter(({ session }) => session.sync.get().kind !== 'up-to-date').length,
});

process.on('message', (message: ScreensAsked | { readonly expected: Totals }) => {
	if ('expected' in message) {
		process.send?.(report(message.expected));
		return;
	}
	openAll(message).then(
		() => process.send?.({ open: all.length }),
		(error: unknown) => process.send?.({ failed: String(error) }),
	);
});
process.on('disconnect', () => process.exit(0));
