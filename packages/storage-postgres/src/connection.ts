import { type Log, silentLog } from '@navette/core';
import { StorageFault } from '@navette/storage';
import { Client } from 'pg';
import { toStorageFault } from './postgres-fault.ts';
import { type Answer, checkValues, type Session } from './sql.ts';

/** How long to wait for a server to answer a new connection (ms). */
const CONNECT = 10_000;

/**
 * Settings of every connection. Each statement is written for one plan, that follows indexes: the
 * planner is told not to look for others, which it would take for small tables. Whether a commit that
 * answered is on the disk is said, whatever the server's default.
 */
const settingsOf = (commit: 'on' | 'off') => `
SET client_min_messages = warning;
SET plan_cache_mode = force_generic_plan;
SET enable_seqscan = off;
SET enable_bitmapscan = off;
SET enable_hashjoin = off;
SET enable_mergejoin = off;
SET enable_sort = off;
SET jit = off;
SET synchronous_commit = ${commit}`;

/** Types of PostgreSQL by their number: what is not here stays text. */
const parserOf = (oid: number): ((text: string) => unknown) => {
	if (oid === 20 || oid === 23) return Number;
	if (oid === 16) return (text) => text === 't';
	if (oid === 17) return hexToBytes;
	return (text) => text;
};

/** `\x00ff` as bytes of their own (not a `Buffer`, which may share its memory). */
const hexToBytes = (text: string): Uint8Array => {
	const bytes = new Uint8Array((text.length - 2) / 2);
	Buffer.from(bytes.buffer).write(text.slice(2), 'hex');
	return bytes;
};

const createSession = (client: Client, drop: () => void): Session => ({
	drop,
	async run(statement, ...values) {
		checkValues(values);
		const { name, text } = statement;
		try {
			const found = await client.query({ name, text, values: [...values], rowMode: 'array' });
			return { rows: found.rows, count: found.rowCount ?? 0 } as unknown as Answer<never>;
		} catch (error) {
			throw toStorageFault(error);
		}
	},
	async execute(sql) {
		try {
			const done = await client.query(sql);
			// Several commands in one text: pg answers an array.
			return [done].flat().at(-1)?.command ?? '';
		} catch (error) {
			throw toStorageFault(error);
		}
	},
});

/** A place in a pool: one connection at a time, opened when needed and again after a loss. */
export interface Line {
	/** The connection, opened if need be. Rejects with a `StorageFault`. */
	session(): Promise<Session>;
	/** Closes the connection. */
	close(): Promise<void>;
}

/** A line to the server of this URL. Commits wait for the disk unless `commit` is `off`. */
export const createLine = (
	url: string,
	log: Log = silentLog,
	commit: 'on' | 'off' = 'on',
): Line => {
	let opened: { readonly client: Client; readonly session: Promise<Session> } | undefined;

	const open = (): Promise<Session> => {
		const client = new Client({
			connectionString: url,
			connectionTimeoutMillis: CONNECT,
			application_name: 'navette',
			keepAlive: true,
			pipeline: true,
			types: { getTypeParser: parserOf as never },
		});
		const forget = (): void => {
			if (opened?.client === client) opened = undefined;
		};
		const drop = (): void => {
			forget();
			client.end().catch((error) => log.warn('postgres-end-failed', { error: String(error) }));
		};
		client.on('error', (error) => {
			log.warn('postgres-connection-lost', { error: error.message });
			forget();
		});
		client.on('end', forget);
		const session = (async () => {
			try {
				await client.connect();
				await client.query(settingsOf(commit));
				return createSession(client, drop);
			} catch (error) {
				drop();
				const fault = toStorageFault(error);
				throw fault instanceof StorageFault ? fault : new StorageFault('io', String(error), error);
			}
		})();
		opened = { client, session };
		return session;
	};

	return {
		session: () => opened?.session ?? open(),
		async close() {
			const client = opened?.client;
			opened = undefined;
			await client?.end();
		},
	};
};
