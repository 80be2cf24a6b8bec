import type { Log, Random, Timers } from '@navette/core';
import { StorageFault } from '@navette/storage';
import { Client } from 'pg';

/** A connection that listens to a channel, and comes back by itself when it is lost. */
export interface ListeningConnection {
	/** Sends texts on the channel, in order; false when the connection is away: they are lost. */
	notify(texts: readonly string[]): boolean;
	/** Lets what was sent go, then closes for good. */
	close(): Promise<void>;
}

export interface ConnectionSetting {
	readonly url: string;
	/** A name of letters, digits and `_`, the same for every server. */
	readonly channel: string;
	readonly random: Random;
	readonly timers: Timers;
	readonly log: Log;
	/** Called with each text that anybody, this connection included, sent on the channel. */
	readonly heard: (text: string) => void;
	/** Called when it listens again after it was lost: what was sent meanwhile was not heard. */
	readonly again: () => void;
}

/** How long a server may take to answer (ms); beyond it, the connection counts as lost. */
const PATIENCE = 10_000;
/** How often a silent connection is asked whether it is still there (ms). */
const PULSE = 15_000;
/** The longest wait before the next attempt to connect (ms). */
const LONGEST_WAIT = 5_000;

const NOTIFY = {
	name: 'notify',
	text: 'SELECT pg_notify($1, text) FROM unnest($2::text[]) AS text',
};

const openClient = async ({ url, channel, heard, log }: ConnectionSetting, lost: () => void) => {
	const client = new Client({
		connectionString: url,
		application_name: 'navette-notices',
		connectionTimeoutMillis: PATIENCE,
		query_timeout: PATIENCE,
		keepAlive: true,
		pipeline: true,
	});
	client.on('error', (error) => log.warn('notices-connection-lost', { error: error.message }));
	client.on('notification', ({ payload }) => {
		if (payload !== undefined) heard(payload);
	});
	try {
		await client.connect();
		await client.query(`LISTEN "${channel}"`);
	} catch (error) {
		client.end().catch((end) => log.warn('notices-end-failed', { error: String(end) }));
		throw error;
	}
	client.on('end', lost);
	return client;
};

/** Opens it. Rejects with a `StorageFault` when the server cannot be reached the first time. */
export const openListeningConnection = async (
	setting: ConnectionSetting,
): Promise<ListeningConnection> => {
	const { channel, random, timers, log } = setting;
	let client: Client | undefined;
	let isClosed = false;
	let stopWaiting = (): void => undefined;

	const connectAgain = (attempt: number): void => {
		if (isClosed) return;
		const [roll = 0] = random.bytes(1);
		const most = Math.min(LONGEST_WAIT, 50 * 2 ** Math.min(attempt, 10));
		stopWaiting = timers.after((most * (1 + roll / 255)) / 2, () => {
			openClient(setting, lost).then(keepAgain, (error) => {
				log.warn('notices-connection-refused', { attempt, error: String(error) });
				connectAgain(attempt + 1);
			});
		});
	};
	const keep = (opened: Client): void => {
		client = opened;
		log.info('notices-connected', { channel });
		if (isClosed) void end();
	};
	const keepAgain = (opened: Client): void => {
		keep(opened);
		setting.again();
	};
	const lost = (): void => {
		client = undefined;
		connectAgain(0);
	};
	const end = async (): Promise<void> => {
		const last = client;
		client = undefined;
		await last?.end();
	};
	const failed = (error: unknown): void => log.warn('notices-not-sent', { error: String(error) });

	try {
		keep(await openClient(setting, lost));
	} catch (error) {
		throw new StorageFault('io', String(error), error);
	}
	// A connection that died without a word: the question times out, and that ends it.
	const stopPulse = timers.every(PULSE, () => {
		client?.query('SELECT 1').catch(failed);
	});
	return {
		notify(texts) {
			client?.query({ ...NOTIFY, values: [channel, texts] }).catch(failed);
			return client !== undefined;
		},
		async close() {
			isClosed = true;
			stopPulse();
			stopWaiting();
			await end();
		},
	};
};
