import { connect, type Msg, type NatsConnection } from '@nats-io/transport-node';
import { bytesToHex, type Log, type Random, silentLog } from '@navette/core';
import {
	createMemoryNoticeBus,
	type NoticeBus,
	noticesToTexts,
	StorageFault,
	textToNotices,
} from '@navette/storage';

export interface NatsBusOptions {
	/** One server of the cluster or more, `nats://host:port`; the others are found by themselves. */
	readonly servers: string | readonly string[];
	readonly random: Random;
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

/** Writes what happens to the connection to the log, until it is closed. */
const watchConnection = async (connection: NatsConnection, log: Log): Promise<void> => {
	for await (const { type } of connection.status()) log.info('notices-connection', { type });
	const error = await connection.closed();
	if (error) log.error('notices-connection-closed', { error: error.message });
};

/**
 * A bus between servers over NATS. Listeners of this server hear its commits at once, with their
 * documents; those of others hear ids and versions. The client connects again by itself, and keeps
 * for that moment what was published meanwhile. Rejects with a `StorageFault` when no server can be
 * reached at first.
 */
export const createNatsNoticeBus = async (options: NatsBusOptions): Promise<NoticeBus> => {
	const { random, log = silentLog, subject = 'navette' } = options;
	const origin = bytesToHex(random.bytes(8));
	const local = createMemoryNoticeBus({ log });
	const connection = await open(options);
	const limit = Math.min(LONGEST, connection.info?.max_payload ?? LONGEST);
	let isClosed = false;

	const hear = (message: Msg): void => {
		const read = textToNotices(message.string());
		if (!read.ok) log.warn('notices-not-understood', { bytes: message.data.length });
		else if (read.value.origin !== origin) local.publish(read.value.commits);
	};
	connection.subscribe(subject, {
		callback(error, message) {
			if (error) log.error('notices-refused', { error: error.message });
			else hear(message);
		},
	});
	watchConnection(connection, log).catch((error: unknown) =>
		log.error('notices-connection-unwatched', { error: String(error) }),
	);
	// Heard from the first commit on: the server knows of the subscription when it answers.
	await connection.flush();
	return {
		publish(commits) {
			if (isClosed || commits.length === 0) return;
			local.publish(commits);
			const { texts, lost } = noticesToTexts(origin, commits, limit);
			if (lost > 0) log.warn('notices-too-long', { threads: lost });
			try {
				for (const text of texts) connection.publish(subject, text);
			} catch (error) {
				log.warn('notices-not-sent', { error: String(error) });
			}
		},
		listen: local.listen,
		async close() {
			if (isClosed) return;
			isClosed = true;
			await local.close();
			// What was published goes first; without a server it is lost, which is harmless.
			await connection.drain().catch(() => connection.close());
		},
	};
};
