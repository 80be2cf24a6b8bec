import type { Connection, ConnectionEvents } from './connection.ts';
import type { LiveReports } from './live-reports.ts';
import type { Outbox } from './outbox.ts';
import type { Polling } from './polling.ts';
import type { ServerTime } from './server-time.ts';
import type { SessionStatus } from './session-status.ts';
import type { SyncLoop } from './sync-loop.ts';

/** The parts of a session that what happens on the socket sets in motion. */
export interface SessionParts {
	readonly connection: Connection;
	readonly loop: SyncLoop;
	readonly outbox: Outbox;
	readonly reports: LiveReports;
	readonly polling: Polling;
	readonly status: SessionStatus;
	readonly time: ServerTime;
	/** Keeps the offset of the clock for the next start. */
	readonly keepOffset: () => void;
}

/** Everything is asked and sent again, as after a new socket. */
export const askEverything = ({ loop, outbox, reports, status }: SessionParts): void => {
	loop.restart();
	loop.run();
	outbox.send();
	reports.refreshAll();
	status.show();
};

/**
 * Everything followed, if it is all there, is up to date now. It is said once the device has kept
 * it: who reads "up to date" may close the page.
 */
export const confirmUpToDate = async ({ loop, status, time }: SessionParts): Promise<void> => {
	if (!loop.isCaughtUp()) return;
	const now = time.now();
	const threads = [...loop.threads()];
	for (const thread of threads) thread.confirm(now);
	await Promise.all(threads.map((thread) => thread.settled()));
	if (loop.isCaughtUp()) status.upToDate(now);
};

/** What a session does when something happens on its socket. `parts` answers once all are made. */
export const createConnectionEvents = (parts: () => SessionParts): ConnectionEvents => {
	let wasReady = false;
	return {
		ready() {
			wasReady = true;
			parts().polling.stop();
			askEverything(parts());
		},
		lost() {
			const { loop, connection, polling, status } = parts();
			if (wasReady) for (const thread of loop.threads()) thread.remember();
			wasReady = false;
			loop.restart();
			status.lost();
			if (connection.state() !== 'paused') polling.socketFailed(connection.failures());
		},
		notices: (notices) => parts().loop.notices(notices),
		rescoped(references) {
			const { loop, reports } = parts();
			loop.rescoped(references);
			reports.refreshAll();
		},
		withdrawn(references) {
			const { loop, reports } = parts();
			loop.withdrawn(references);
			reports.refreshAll();
		},
		gap: () => parts().loop.fallBehind(),
		beat: () => void confirmUpToDate(parts()),
		time(now) {
			const { time, keepOffset } = parts();
			const before = time.offset();
			time.observe(now);
			if (time.offset() !== before) keepOffset();
		},
		refused(error) {
			parts().polling.stop();
			parts().status.refuse(error);
		},
	};
};
