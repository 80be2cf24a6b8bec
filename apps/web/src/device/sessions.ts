import { administrationCatalogue } from '@navette/administration/model';
import { circuitCatalogue } from '@navette/circuit/model';
import { createSession, type Session } from '@navette/client';
import { bytesToHex, silentLog, systemClock, systemRandom, systemTimers } from '@navette/core';
import type { LocalStore } from '@navette/local-store';
import { type Access, nameOf } from '../access/access.ts';
import { type Cell, createCell, type ReadCell } from './cell.ts';
import { browserConnectivity } from './connectivity.ts';
import { type AccessDeps, keepSession, openAccess, originOf } from './open-access.ts';

/** An open session, and how its place takes what was shown to it. */
export interface Standing {
	readonly session: Session;
	readonly state: 'presented' | 'revoked';
}

/** The open sessions of a device, one for each place: moving between them reopens nothing. */
export interface Sessions {
	/** The session of an access, opened at first use. */
	open(access: Access): Promise<Session>;
	/** The open sessions by place, and whether it still takes what was shown to it. */
	readonly standings: ReadCell<ReadonlyMap<string, Standing>>;
	/** Ends one. */
	end(name: string): Promise<void>;
	/** Leaves the network alone, or comes back to it: all of them, now and later. */
	setAway(away: boolean): void;
	/** Organisation time minus this device's, ms, as the open sessions hear it, where they differ much. */
	readonly clockGaps: ReadCell<ReadonlyMap<string, number>>;
	/** Operations that wait to be sent. */
	waiting(): number;
	close(): Promise<void>;
}

/** The types of every application this site carries. */
const catalogue = {
	documents: new Map([...circuitCatalogue.documents, ...administrationCatalogue.documents]),
	threads: new Map([...circuitCatalogue.threads, ...administrationCatalogue.threads]),
};

/** What tells an access from another of its place. */
const secretOf = ({ token, held }: Access): string => token ?? `held ${held.seed} ${held.account}`;

/** One store per account: what an account received is never another's to read. */
const accountOf = async (access: Access): Promise<string> => {
	const { org } = access;
	const secret = new TextEncoder().encode(secretOf(access));
	const hash = await crypto.subtle.digest('SHA-256', secret);
	return `${org}-${bytesToHex(new Uint8Array(hash).slice(0, 12))}`;
};

/** Notes what the session of a place hears of the time, until the function returned is called. */
const followClock = (
	gaps: Cell<ReadonlyMap<string, number>>,
	name: string,
	{ clockGap }: Session,
) => {
	const note = (gap: number) => {
		const others = [...gaps.get()].filter(([one]) => one !== name);
		if (gap !== (gaps.get().get(name) ?? 0))
			gaps.set(new Map(gap ? [...others, [name, gap]] : others));
	};
	const stop = clockGap.subscribe(() => note(clockGap.get()));
	return () => {
		stop();
		note(0);
	};
};

/** Notes how a place takes what was shown to it, until the function returned is called. */
const followStanding = (
	standings: Cell<ReadonlyMap<string, Standing>>,
	name: string,
	session: Session,
) => {
	const others = () => [...standings.get()].filter(([one]) => one !== name);
	const note = () => {
		const state = session.sync.get().error?.code === 'E-ENDED' ? 'revoked' : 'presented';
		if (standings.get().get(name)?.state !== state)
			standings.set(new Map([...others(), [name, { session, state }]]));
	};
	const stop = session.sync.subscribe(note);
	note();
	return () => {
		stop();
		standings.set(new Map(others()));
	};
};

interface Opened {
	readonly secret: string;
	readonly session: Promise<Session>;
}

/** @param away starts in plane mode */
export const createSessions = (
	storeOf: (account: string) => Promise<LocalStore>,
	away: boolean,
	deps: AccessDeps,
): Sessions => {
	const opened = new Map<string, Opened>();
	const standings = createCell<ReadonlyMap<string, Standing>>(new Map());
	const clockGaps = createCell<ReadonlyMap<string, number>>(new Map());
	let isAway = away;

	const openOne = async (access: Access): Promise<Session> => {
		const store = await storeOf(await accountOf(access));
		const shown = await openAccess(access, deps);
		const session = await createSession({
			...{ org: access.org, baseUrl: originOf(access), catalogue, store },
			...shown,
			connectivity: browserConnectivity,
			...{ clock: systemClock, random: systemRandom, timers: systemTimers, log: silentLog },
			paused: isAway,
		});
		const name = nameOf(access);
		const stopClock = followClock(clockGaps, name, session);
		const stopStanding = followStanding(standings, name, session);
		const stop = session.sync.subscribe(() => {
			if (session.sync.get().error?.code === 'E-ENDED') void keepSession(name, deps);
		});
		const close = async () => {
			stop();
			stopClock();
			stopStanding();
			if (shown.signer && deps.kind === 'anonymous')
				await session.call('session.end', { session: shown.signer.session });
			await session.close();
			await store.close();
		};
		return { ...session, close };
	};

	const end = async (name: string) => {
		const one = opened.get(name);
		opened.delete(name);
		await (await one?.session)?.close();
	};

	return {
		async open(access) {
			const name = nameOf(access);
			const secret = secretOf(access);
			const known = opened.get(name);
			if (known && known.secret !== secret) await end(name);
			const one = opened.get(name) ?? { secret, session: openOne(access) };
			opened.set(name, one);
			return one.session;
		},
		standings,
		end,
		setAway(next) {
			isAway = next;
			for (const { session } of standings.get().values()) {
				if (next) session.pause();
				else session.resume();
			}
		},
		clockGaps,
		waiting: () =>
			[...standings.get().values()]
				.flatMap(({ session }) => session.outbox.get())
				.filter(({ state }) => state !== 'refused').length,
		async close() {
			await Promise.all([...opened.keys()].map(end));
		},
	};
};
