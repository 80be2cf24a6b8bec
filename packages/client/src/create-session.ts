import { err, ok, type Result } from '@navette/core';
import type { WireError } from '@navette/protocol';
import { createConnection } from './connection.ts';
import {
	askEverything,
	confirmUpToDate,
	createConnectionEvents,
	type SessionParts,
} from './connection-events.ts';
import { credentialOf } from './credential.ts';
import { createDocumentReader } from './document-reader.ts';
import { createDrafts } from './drafts.ts';
import { createExchange, type Exchange } from './exchange.ts';
import { createFileReader } from './files/file-reader.ts';
import { createFileSender } from './files/file-sender.ts';
import { createFollowedThread } from './followed-thread.ts';
import { createFollowedThreads, type FollowedThreads } from './followed-threads.ts';
import type { LiveReport } from './live-report.ts';
import { createLiveReports } from './live-reports.ts';
import { createLiveThreads, type LiveThreads } from './live-threads.ts';
import { localError } from './local-error.ts';
import { locateThreads } from './locate-threads.ts';
import { type Batch, createBatch } from './observable.ts';
import { createOutbox, newOperationId } from './outbox.ts';
import { createPolling } from './polling.ts';
import { createRenewal } from './renewal.ts';
import { createSealedOpener } from './sealed-opener.ts';
import { createServerTime } from './server-time.ts';
import type { Session } from './session.ts';
import type { SessionOptions } from './session-options.ts';
import { createSessionStatus } from './session-status.ts';
import { createSyncLoop } from './sync-loop.ts';
import { createWebTransport } from './web-transport.ts';

/** What a session is made of, and whether it still may ask. */
interface Built extends SessionParts {
	readonly exchange: Exchange;
	stop(): void;
}

/** The parts that speak with the server; none speaks before `connection.open`. */
const buildParts = async (options: SessionOptions, batch: Batch): Promise<Built> => {
	const { org, store, timers, random, clock, log } = options;
	const transport = options.transport ?? createWebTransport(options);
	const credential = credentialOf(options);
	const offsetName = `${org} time-offset`;
	const known = await store.readMeta(offsetName);
	const time = createServerTime(clock, typeof known === 'number' ? known : 0, batch);
	let stopped = false;
	const canAsk = () => {
		const state = connection.state();
		const reachable = state === 'ready' || (state !== 'paused' && polling.isTrying());
		return !stopped && !status.refusal() && reachable;
	};

	const connection = createConnection({
		transport,
		path: `/api/${org}/socket`,
		credential,
		random,
		timers,
		log,
		events: createConnectionEvents(() => parts),
	});
	const polling = createPolling({
		turn: () => askEverything(parts),
		changed: () => status.show(),
	});
	const status = createSessionStatus({
		batch,
		connection: () => ({ state: connection.state(), failures: connection.failures() }),
		polling: polling.isOn,
		outbox: () => parts.outbox.entries.get(),
		keeping: () => parts.outbox.keeping(),
	});
	const exchange = createExchange({
		org,
		transport,
		credential,
		connection,
		time,
		clock,
		heard: polling.heard,
	});
	const loop = createSyncLoop({
		exchange,
		canSubscribe: () => connection.state() === 'ready',
		canAsk,
		timers,
		log,
		caughtUp: () => void confirmUpToDate(parts),
		refused: status.refuse,
	});
	const outbox = await createOutbox({
		store,
		exchange,
		canAsk,
		notices: loop.answered,
		refused: status.refuse,
		changed: () => status.show(),
		random,
		timers,
		log,
		batch,
	});
	const reports = createLiveReports({ store, exchange, canAsk, scope: `${org} `, batch, log });
	const keepOffset = () => void store.writeMeta(offsetName, time.offset());
	const stop = () => {
		stopped = true;
		polling.stop();
		loop.close();
		outbox.close();
	};
	const parts: Built = {
		connection,
		loop,
		outbox,
		reports,
		polling,
		status,
		time,
		keepOffset,
		exchange,
		stop,
	};
	return parts;
};

/** The threads of a session, from what the device holds to what watchers see. */
const buildThreads = (
	options: SessionOptions,
	{ loop, connection, time }: Built,
	batch: Batch,
): { readonly followed: FollowedThreads; readonly live: LiveThreads } => {
	const { org, store, timers, log, catalogue } = options;
	const reader = createDocumentReader(catalogue, log);
	const sealed = createSealedOpener(catalogue, options.openSealed, log);
	const followed = createFollowedThreads({
		create: (path, after) =>
			createFollowedThread({
				path,
				name: `${org} ${path}`,
				store,
				reader,
				log,
				timers,
				after,
				changed: () => live.changed(path),
				now: time.now,
				sealed,
			}),
		begin: loop.follow,
		end(thread) {
			loop.unfollow(thread);
			const reference = thread.reference();
			if (reference) connection.unsubscribe([reference]);
		},
	});
	const { follow, unfollow } = followed;
	const live = createLiveThreads({ reader, batch, timers, follow, unfollow, widened: loop.run });
	return { followed, live };
};

/**
 * Opens a session: reads the outbox from the device, then connects. What is watched shows at once
 * what the device holds. The store stays the caller's: close it after the session.
 */
export const createSession = async (options: SessionOptions): Promise<Session> => {
	const { connectivity, random } = options;
	const batch = createBatch();
	const parts = await buildParts(options, batch);
	const { connection, exchange, loop, outbox, reports, status, time } = parts;
	const { followed, live } = buildThreads(options, parts, batch);

	const call = async <T>(name: string, input: unknown): Promise<Result<T, WireError>> => {
		const id = newOperationId(random);
		const sent = await exchange.frame({ calls: [{ id, name, input }] });
		if (!sent.ok) return sent;
		loop.answered(sent.value.notices);
		const [answer] = sent.value.answers;
		if (answer?.id !== id) return err(localError('E-DEFECT'));
		return 'error' in answer ? err(answer.error) : ok(answer.result as T);
	};

	const stopHints = connectivity?.subscribe(() => {
		if (connectivity.isOnline()) connection.wake();
		else connection.interrupt();
	});

	const renewal = createRenewal({
		isSigned: options.signer !== undefined,
		call,
		refused: status.refuse,
		now: () => options.clock.now(),
		timers: options.timers,
	});
	const stopRenewal = status.sync.subscribe(() => {
		if (connection.state() === 'ready') renewal.reached();
	});

	const close = async () => {
		stopHints?.();
		stopRenewal();
		renewal.close();
		parts.stop();
		const threads = [...loop.threads()];
		if (connection.state() === 'ready') for (const thread of threads) thread.remember();
		connection.close();
		await Promise.all(threads.map((thread) => thread.settled()));
		await followed.ended();
	};

	const pause = () => {
		parts.polling.stop();
		connection.pause();
	};
	if (options.paused) connection.pause();
	else connection.open();
	status.show();
	return {
		org: options.org,
		watch: (path, wanted = {}) => live.watch(path, wanted),
		report: <T>(name: string, input: unknown) => reports.watch(name, input) as LiveReport<T>,
		call,
		queue: outbox.add,
		discard: outbox.discard,
		outbox: outbox.entries,
		sync: status.sync,
		drafts: createDrafts({ store: options.store.drafts, now: time.now, batch, log: options.log }),
		pause,
		resume: connection.resume,
		readFile: createFileReader(exchange),
		sendFile: createFileSender({
			...{ exchange, random, timers: options.timers, wholeBytes: options.wholeFileBytes },
		}),
		locate: (paths) => locateThreads(exchange, paths),
		now: time.now,
		clockGap: time.gap,
		close,
	};
};
