import type { Clock } from '@navette/core';
import type { ServerEvent } from '../observation/server-event.ts';
import type { ActivityFigures } from './figures.ts';

const MINUTE = 60_000;
const MINUTES = 60;
/** Organisations whose figures are held; more are not counted. */
const ORGANISATIONS = 10_000;

interface Minute {
	/** Number of the minute since 1970. */
	readonly number: number;
	operations: number;
	readonly errors: Map<string, number>;
	readonly threads: Map<string, { moves: number; notices: number; at: number }>;
}

interface Place {
	sockets: number;
	/** Minutes in which something happened, the oldest first. */
	readonly minutes: Minute[];
}

/** What administrators see of the life of their organisation. */
export interface Board {
	hear(event: ServerEvent): void;
	/** `offset` is what the organisation adds to the clock of the machine, ms. */
	figures(org: string, offset: number): ActivityFigures;
}

const addTo = (counts: Map<string, number>, name: string, more: number): void => {
	counts.set(name, (counts.get(name) ?? 0) + more);
};

const minuteOf = (place: Place, number: number): Minute => {
	const last = place.minutes.at(-1);
	if (last && last.number >= number) return last;
	const minute: Minute = { number, operations: 0, errors: new Map(), threads: new Map() };
	place.minutes.push(minute);
	while ((place.minutes[0]?.number ?? number) <= number - MINUTES) place.minutes.shift();
	return minute;
};

const countOperation = (minute: Minute, outcome: string): void => {
	minute.operations++;
	if (outcome !== 'ok') addTo(minute.errors, outcome, 1);
};

const countThread = (minute: Minute, type: string, notices: number, at: number): void => {
	const thread = minute.threads.get(type) ?? { moves: 0, notices: 0, at };
	minute.threads.set(type, {
		moves: thread.moves + 1,
		notices: thread.notices + notices,
		at,
	});
};

/** Counts in memory, an hour back. What somebody asks of an organisation that never answered is not kept. */
export const createBoard = (clock: Clock): Board => {
	const started = clock.now();
	const places = new Map<string, Place>();
	const placeOf = (org: string, mayCreate: boolean): Place | undefined => {
		const known = places.get(org);
		if (known || !mayCreate || places.size >= ORGANISATIONS) return known;
		const place: Place = { sockets: 0, minutes: [] };
		places.set(org, place);
		return place;
	};
	const hear = (event: ServerEvent): void => {
		if (!('org' in event) || event.org === undefined) return;
		const isSure = 'outcome' in event ? event.outcome === 'ok' : event.kind !== 'request';
		const place = placeOf(event.org, isSure);
		if (!place) return;
		const now = clock.now();
		const minute = () => minuteOf(place, Math.floor(now / MINUTE));
		if (event.kind === 'socket') place.sockets += event.change;
		else if (event.kind === 'operation') countOperation(minute(), event.outcome);
		else if (event.kind === 'thread') countThread(minute(), event.type, event.sent, now);
	};
	return {
		hear,
		figures(org, offset) {
			const current = Math.floor(clock.now() / MINUTE);
			const place = places.get(org);
			const recent = (place?.minutes ?? []).filter(({ number }) => number > current - MINUTES);
			return {
				since: started + offset,
				sockets: place?.sockets ?? 0,
				minutes: hourOf(recent, current, offset),
				errors: errorsOf(recent),
				threads: threadsOf(recent, offset),
			};
		},
	};
};

const hourOf = (recent: readonly Minute[], current: number, offset: number) => {
	const byNumber = new Map(recent.map((minute) => [minute.number, minute]));
	return Array.from({ length: MINUTES }, (_, index) => {
		const number = current - MINUTES + 1 + index;
		const minute = byNumber.get(number);
		const refused = [...(minute?.errors.values() ?? [])].reduce((sum, count) => sum + count, 0);
		return { at: number * MINUTE + offset, operations: minute?.operations ?? 0, refused };
	});
};

const errorsOf = (recent: readonly Minute[]) => {
	const counts = new Map<string, number>();
	for (const { errors } of recent) for (const [code, count] of errors) addTo(counts, code, count);
	return [...counts]
		.map(([code, count]) => ({ code, count }))
		.sort((a, b) => b.count - a.count || (a.code < b.code ? -1 : 1));
};

const threadsOf = (recent: readonly Minute[], offset: number) => {
	const sums = new Map<string, { moves: number; notices: number; at: number }>();
	for (const { threads } of recent)
		for (const [type, { moves, notices, at }] of threads) {
			const sum = sums.get(type) ?? { moves: 0, notices: 0, at };
			sums.set(type, { moves: sum.moves + moves, notices: sum.notices + notices, at });
		}
	return [...sums]
		.map(([type, sum]) => ({ type, ...sum, at: sum.at + offset }))
		.sort((a, b) => b.at - a.at);
};
