import { encodeCbor } from '@navette/codec';
import type { Log, Observer } from '@navette/core';
import type { Engine } from '@navette/engine';
import type { Catalogue } from '@navette/model';
import type { CommitNotice, NoticeBus } from '@navette/storage';
import { type MergedChange, mergeChanges, noticeFor } from '../notices.ts';
import type { ServerEvent } from '../observation/server-event.ts';
import { createListeners, type Listeners } from './listeners.ts';
import { reviewSession } from './review.ts';
import type { Session } from './session.ts';

/** Tells sessions what moved. One per server. */
export interface Hub {
	readonly listeners: Listeners<Session>;
	/** Resolves once every commit published before the call has been told. */
	settled(): Promise<void>;
	close(): void;
}

interface HubDeps {
	readonly bus: NoticeBus;
	readonly engine: Engine;
	readonly catalogue: Catalogue;
	readonly log: Log;
	readonly observer: Observer<ServerEvent>;
}

/**
 * Tells the listeners of one thread, and says how many were told, and for how many it waits. Readers
 * with the same rights, wish and position get the same bytes, encoded once.
 */
const tellThread = (
	catalogue: Catalogue,
	listeners: Listeners<Session>,
	org: string,
	change: MergedChange,
): { readonly sent: number; readonly held: number } => {
	const frames = new Map<string, Uint8Array | undefined>();
	let sent = 0;
	let held = 0;
	for (const [session, subscription] of listeners.ofThread(org, change.reference)) {
		const { thread, told } = subscription;
		if (told >= change.version) continue;
		if (!thread) {
			subscription.waiting = change.version;
			continue;
		}
		const name = `${told} ${thread.grant.scope} ${subscription.wishText}`;
		if (!frames.has(name)) {
			const notice = noticeFor(catalogue, thread.grant, change, told);
			frames.set(name, notice && encodeCbor({ kind: 'notice', notices: [notice] }));
		}
		const frame = frames.get(name);
		if (!frame) continue;
		if (session.tell(subscription, change.version, frame)) sent++;
		else held++;
	}
	return { sent, held };
};

/** Listens to the bus for all sockets of a server. Commits are told in the order they come. */
export const createHub = (deps: HubDeps): Hub => {
	const listeners = createListeners<Session>();
	let review: Promise<void> | undefined;

	const tell = (commits: readonly CommitNotice[]): void => {
		const organisations = new Set(commits.map((commit) => commit.org));
		for (const org of organisations) {
			const changes = mergeChanges(commits.filter((commit) => commit.org === org));
			for (const change of changes) {
				const told = tellThread(deps.catalogue, listeners, org, change);
				const type = change.path.slice(0, change.path.indexOf('/'));
				deps.observer.note({ kind: 'thread', org, type, ...told });
			}
		}
	};

	/** After rights moved, everything waits until they have been asked again. */
	const hear = (commits: readonly CommitNotice[]): void => {
		const moved = new Set(commits.filter((one) => one.rightsMoved).map((one) => one.org));
		if (moved.size === 0 && !review) {
			tell(commits);
			return;
		}
		const before = review ?? Promise.resolve();
		const mine = before
			.then(async () => {
				for (const org of moved)
					for (const session of [...listeners.ofOrganisation(org)])
						await reviewSession(deps.engine, session);
				tell(commits);
			})
			.catch((error: unknown) => deps.log.error('notices-failed', { error: String(error) }));
		review = mine;
		void mine.then(() => {
			if (review === mine) review = undefined;
		});
	};

	const stop = deps.bus.listen(hear);
	return { listeners, settled: () => review ?? Promise.resolve(), close: stop };
};
