import { bytesToHex, type Log, type Random, silentLog, type Timers } from '@navette/core';
import { createNoticeRelay, type NoticeBus, type NoticeRelay } from '@navette/storage';
import { openListeningConnection } from './listening-connection.ts';

export interface PostgresBusOptions {
	/** The database that the servers share; any of the cluster will do, the same for all. */
	readonly url: string;
	readonly random: Random;
	readonly timers: Timers;
	readonly log?: Log;
	/** Name of the channel: letters, digits and `_`. `navette` unless told. */
	readonly channel?: string;
}

/** PostgreSQL refuses payloads of 8,000 bytes and more. */
const LONGEST = 7_999;

/**
 * A bus between servers over LISTEN/NOTIFY, on a connection of its own. Listeners of this server hear
 * its commits at once, with their documents; those of others hear ids and versions. While the
 * connection is away, commits are heard on their own server only; the others notice. Rejects with a `StorageFault` when
 * the server cannot be reached at first.
 */
export const createPostgresNoticeBus = async (options: PostgresBusOptions): Promise<NoticeBus> => {
	const { url, random, timers, log = silentLog, channel = 'navette' } = options;
	if (!/^\w+$/.test(channel)) throw new Error(`${channel} is no name of a channel`);
	let relay: NoticeRelay | undefined;
	const connection = await openListeningConnection({
		...{ url, channel, random, timers, log },
		heard: (text) => relay?.received(text),
		again: () => relay?.interrupted(),
	});
	const carrier = {
		limit: LONGEST,
		send(texts: readonly string[]) {
			if (texts.length > 0 && !connection.notify(texts))
				log.warn('notices-not-sent', { commits: texts.length });
		},
	};
	const opened = createNoticeRelay({ origin: bytesToHex(random.bytes(8)), carrier, timers, log });
	relay = opened;
	return {
		...opened.bus,
		async close() {
			await opened.close();
			await connection.close();
		},
	};
};
