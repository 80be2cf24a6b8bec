import { bytesToHex, type Log, type Random, silentLog, type Timers } from '@navette/core';
import {
	createMemoryNoticeBus,
	type NoticeBus,
	noticesToTexts,
	textToNotices,
} from '@navette/storage';
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
 * connection is away, commits are heard on their own server only. Rejects with a `StorageFault` when
 * the server cannot be reached at first.
 */
export const createPostgresNoticeBus = async (options: PostgresBusOptions): Promise<NoticeBus> => {
	const { url, random, timers, log = silentLog, channel = 'navette' } = options;
	if (!/^\w+$/.test(channel)) throw new Error(`${channel} is no name of a channel`);
	const origin = bytesToHex(random.bytes(8));
	const local = createMemoryNoticeBus({ log });
	let isClosed = false;

	const heard = (text: string): void => {
		const message = textToNotices(text);
		if (!message.ok) log.warn('notices-not-understood', { bytes: text.length });
		else if (message.value.origin !== origin) local.publish(message.value.commits);
	};
	const connection = await openListeningConnection({ url, channel, random, timers, log, heard });
	return {
		publish(commits) {
			if (isClosed || commits.length === 0) return;
			local.publish(commits);
			const { texts, lost } = noticesToTexts(origin, commits, LONGEST);
			if (lost > 0) log.warn('notices-too-long', { threads: lost });
			if (texts.length > 0 && !connection.notify(texts))
				log.warn('notices-not-sent', { commits: commits.length });
		},
		listen: local.listen,
		async close() {
			if (isClosed) return;
			isClosed = true;
			await local.close();
			await connection.close();
		},
	};
};
