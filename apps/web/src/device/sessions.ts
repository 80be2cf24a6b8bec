import { administrationCatalogue } from '@navette/administration/model';
import { circuitCatalogue } from '@navette/circuit/model';
import { createSession, type Session } from '@navette/client';
import { bytesToHex, silentLog, systemClock, systemRandom, systemTimers } from '@navette/core';
import type { LocalStore } from '@navette/local-store';
import type { Entry } from '../access/entry.ts';
import { browserConnectivity } from './connectivity.ts';

/** The open sessions of a device, one for each organisation: moving between them reopens nothing. */
export interface Sessions {
	/** The session of an access, opened at first use. */
	open(entry: Entry): Promise<Session>;
	/** Ends one. */
	end(org: string): Promise<void>;
	/** Leaves the network alone, or comes back to it: all of them, now and later. */
	setAway(away: boolean): void;
	/** Operations that wait to be sent. */
	waiting(): number;
	close(): Promise<void>;
}

/** The types of every application this site carries. */
const catalogue = {
	documents: new Map([...circuitCatalogue.documents, ...administrationCatalogue.documents]),
	threads: new Map([...circuitCatalogue.threads, ...administrationCatalogue.threads]),
};

/** One store per account: what an account received is never another's to read. */
const accountOf = async ({ org, token }: Entry): Promise<string> => {
	const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(token));
	return `${org}-${bytesToHex(new Uint8Array(hash).slice(0, 12))}`;
};

interface Opened {
	readonly token: string;
	readonly session: Promise<Session>;
}

/** @param away starts in plane mode */
export const createSessions = (
	storeOf: (account: string) => Promise<LocalStore>,
	away: boolean,
): Sessions => {
	const opened = new Map<string, Opened>();
	const ready = new Set<Session>();
	let isAway = away;

	const openOne = async (entry: Entry): Promise<Session> => {
		const store = await storeOf(await accountOf(entry));
		const session = await createSession({
			...entry,
			...{ baseUrl: location.origin, catalogue, store, connectivity: browserConnectivity },
			...{ clock: systemClock, random: systemRandom, timers: systemTimers, log: silentLog },
			paused: isAway,
		});
		ready.add(session);
		const close = async () => {
			ready.delete(session);
			await session.close();
			await store.close();
		};
		return { ...session, close };
	};

	const end = async (org: string) => {
		const one = opened.get(org);
		opened.delete(org);
		await (await one?.session)?.close();
	};

	return {
		async open(entry) {
			const known = opened.get(entry.org);
			if (known && known.token !== entry.token) await end(entry.org);
			const one = opened.get(entry.org) ?? { token: entry.token, session: openOne(entry) };
			opened.set(entry.org, one);
			return one.session;
		},
		end,
		setAway(next) {
			isAway = next;
			for (const session of ready) {
				if (next) session.pause();
				else session.resume();
			}
		},
		waiting: () =>
			[...ready]
				.flatMap((session) => session.outbox.get())
				.filter(({ state }) => state !== 'refused').length,
		async close() {
			await Promise.all([...opened.keys()].map(end));
		},
	};
};
