import { connect, type NatsConnection } from '@nats-io/transport-node';
import { bytesToHex, type Log, type Random, silentLog, type Timers } from '@navette/core';
import { createNoticeRelay, type NoticeBus, StorageFault } from '@navette/storage';

export interface NatsBusOptions {
	/** One server of the cluster or more, `nats://host:port`; the others are found by themselves. */
	readonly servers: string | readonly string[];
	readonly random: Random;
	readonly timers: Timers;
	readonly log?: Log;
	/** Subject of the messages, the same for all. `navette` unless told. */
	readonly subject?: string;
	/** For a cluster that asks who one is. */
	readonly token?: string;
}

/** Messages stay well below what a server takes, so that none holds the others up (bytes). */
const LONGEST = 256 * 1024;
/** Between two attempts to connect again (ms), with a random part added by the client. */
const WAIT = 500;
/** How long a server may take to receive the last messages of one that ends (ms). */
const PATIENCE = 2_000;

const open = async ({ servers, token }: NatsBusOptions): Promise<NatsConnection> => {
	try {
		return await connect({
			servers: [servers].flat(),
			...(token !== undefined && { token }),
			name: 'navette-notices',
			noEcho: true,
			maxReconnectAttempts: -1,
			reconnectTimeWait: WAIT,
			reconnectJitter: WAIT,
		});
	} catch (error) {
		throw new StorageFault('io', String(error), error);
	}
};

/** Writes what happens to the connection to the log, until it is closed; says when it is back. */
const watchConnection = async (
	connection: NatsConnection,
	log: Log,
	again: () => void,
): Promise<void> => {
	for await (const { type } of connection.status()) {
		log.info('notices-connection', { type });
		if (type === 'reconnect') again();
	}
	const error = await connection.closed();
	if (error) log.error('notices-connection-closed', { error: error.message });
};

/**
 * Closes a connection after what was published went; not later than a moment: without a server the
 * client would wait for ever. What did not go is lost, which is noticed.
 */
const letGo = async (connection: NatsConnection, timers: Timers): Promise<void> => {
	const { promise, resolve } = Promise.withResolvers<void>();
	const cancel = timers.after(PATIENCE, resolve);
	connection.drain().then(resolve, () => resolve());
	await promise;
	cancel();
	await connection.close();
};

/**
 * A bus between servers over NATS. Listeners of this server hear its commits at once, with their
 * documents; those of others hear ids and versions. The client connects again by itself, and keeps
 * for that moment what was published meanwhile. Rejects with a `StorageFault` when no server can be
 * reached at first.
 */
export const createNatsNoticeBus = async (options: NatsBusOptions): Promise<NoticeBus> => {
	const { random, timers, log = silentLog, subject = 'navette' } = options;
	const connection = await open(options);
	const carrier = {
		limit: Math.min(LONGEST, connection.info?.max_payload ?? LONGEST),
		send(texts: readonly string[]) {
			try {
				for (const text of texts) connection.publish(subject, text);
			} catch (error) {
				log.warn('notices-not-sent', { error: String(error) });
			}
		},
	};
	const origin = bytesToHex(random.bytes(8));
	const relay = createNoticeRelay({ origin, carrier, timers, log });
	connection.subscribe(subject, {
		callback(error, message) {
			if (error) log.error('notices-refused', { error: error.message });
			else relay.received(message.string());
		},
	});
	watchConnection(connection, log, relay.interrupted).catch((error: unknown) =>
		log.error('notices-connection-unwatched', { error: String(error) }),
	);
	// Heard from the first commit on: the server knows of the subscription when it answers.
	await connection.flush();
	let isClosed = false;
	return {
		...relay.bus,
		async close() {
			if (isClosed) return;
			isClosed = true;
			await relay.close();
			await letGo(connection, timers);
		},
	};
};
