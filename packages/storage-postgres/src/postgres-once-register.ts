import { type Clock, type Log, silentLog } from '@navette/core';
import { type OnceRegister, StorageFault } from '@navette/storage';
import { createLine, type Line } from './connection.ts';
import { statement } from './sql.ts';

export interface PostgresOnceOptions {
	/** Of a database that a document store prepared. */
	readonly url: string;
	readonly clock: Clock;
	readonly log?: Log;
}

/** Names asked for in one statement. */
const MOST = 1_000;
const MINUTE = 60_000;
/** Minutes that names are kept after theirs; a minute more than promised, for the one that began. */
const KEPT = 11;

const HEAR = statement<
	[minutes: readonly number[], names: readonly string[]],
	[minute: number, name: string]
>(
	'heard-add',
	`INSERT INTO heard (minute, name) SELECT * FROM unnest($1::int[], $2::text[])
		ON CONFLICT DO NOTHING RETURNING minute, name`,
);
const FORGET = statement<[minute: number]>('heard-forget', 'DELETE FROM heard WHERE minute < $1');

interface Asking {
	readonly minute: number;
	readonly name: string;
	readonly answer: (isFirst: boolean) => void;
	readonly fail: (error: unknown) => void;
}

const keyOf = (minute: number, name: string): string => `${minute} ${name}`;

/** In one order for everybody: two who add the same names never wait for each other in a ring. */
const inOrder = (askings: readonly Asking[]): readonly Asking[] =>
	askings.toSorted((a, b) => a.minute - b.minute || (a.name < b.name ? -1 : 1));

const askAll = async (line: Line, askings: readonly Asking[]): Promise<void> => {
	try {
		const sorted = inOrder(askings);
		const session = await line.session();
		const { rows } = await session.run(
			...([HEAR, sorted.map(({ minute }) => minute), sorted.map(({ name }) => name)] as const),
		);
		const fresh = new Set(rows.map(([minute, name]) => keyOf(minute, name)));
		for (const { minute, name, answer } of askings) answer(fresh.delete(keyOf(minute, name)));
	} catch (error) {
		for (const { fail } of askings) fail(error);
	}
};

/**
 * A register in the database that the servers of a site share. One statement is under way at a time,
 * for all who asked meanwhile. It does not wait for the disk: a database that lost its power may forget
 * the last second of it.
 */
export const createPostgresOnceRegister = ({
	url,
	clock,
	log = silentLog,
}: PostgresOnceOptions): OnceRegister => {
	const line = createLine(url, log, 'off');
	let waiting: Asking[] = [];
	let working: Promise<void> | undefined;
	let forgotten = 0;
	let isClosed = false;
	const forget = async (): Promise<void> => {
		const minute = Math.floor(clock.now() / MINUTE);
		if (minute === forgotten) return;
		forgotten = minute;
		try {
			await (await line.session()).run(FORGET, minute - KEPT);
		} catch (error) {
			log.warn('heard-not-forgotten', { error: String(error) });
		}
	};
	const work = async (): Promise<void> => {
		while (waiting.length > 0) {
			const askings = waiting.slice(0, MOST);
			waiting = waiting.slice(MOST);
			await askAll(line, askings);
			await forget();
		}
		working = undefined;
	};
	return {
		isFirst(name, time) {
			if (isClosed) return Promise.reject(new StorageFault('closed', 'the register is closed'));
			return new Promise((answer, fail) => {
				waiting.push({ minute: Math.floor(time / MINUTE), name, answer, fail });
				working ??= work();
			});
		},
		async close() {
			isClosed = true;
			await working;
			await line.close();
		},
	};
};
