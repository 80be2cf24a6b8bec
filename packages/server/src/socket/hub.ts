import { encodeCbor } from '@navette/codec';
import type { Log, Observer } from '@navette/core';
import type { Engine, Grant } from '@navette/engine';
import type { Catalogue, Version } from '@navette/model';
import type { CommitNotice, NoticeBus } from '@navette/storage';
import { type MergedChange, mergeChanges, noticeFor } from '../notices.ts';
import type { ServerEvent } from '../observation/server-event.ts';
import { createListeners, type Listeners } from './listeners.ts';
import { moverName, reviewSession } from './review.ts';
import type { Session } from './session-state.ts';

/** Tells sessions what moved. One per server. */
export interface Hub {
	readonly listeners: Listeners<Session>;
	/** Asks again what a session may see now: rights end at an instant, without a commit. */
	review(session: Session): void;
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
 * Frame that tells one reader of a change, or `undefined` when nothing of it is theirs. After a gap
 * (another server's commit that was not heard, or not yet) the reader is told a version and pulls:
 * what escaped may have been theirs.
 */
const frameFor = (
	catalogue: Catalogue,
	grant: Grant,
	change: MergedChange,
	told: Version,
	hasGap: boolean,
): Uint8Array | undefined => {
	const { reference, version } = change;
	const notice = hasGap
		? { reference, from: told, version, versions: {} }
		: noticeFor(catalogue, grant, change, told);
	return notice && encodeCbor({ kind: 'notice', notices: [notice] });
};

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
	const counts = { sent: 0, held: 0 };
	const listening = listeners.ofThread(org, change.reference);
	if (!listening) return counts;
	const follows = listening.seen === change.from;
	listening.seen = Math.max(listening.seen, change.version);
	for (const [session, subscription] of listening.members) {
		const { thread, told } = subscription;
		if (told >= change.version) continue;
		if (!thread) {
			subscription.waiting = Math.max(subscription.waiting, change.version);
			continue;
		}
		const hasGap = !change.isWhole || !(follows || change.from <= told);
		const name = `${told} ${hasGap} ${thread.grant.scope} ${subscription.wishText}`;
		if (!frames.has(name))
			frames.set(name, frameFor(catalogue, thread.grant, change, told, hasGap));
		const frame = frames.get(name);
		if (!frame) continue;
		if (session.tell(subscription, change.version, frame)) counts.sent++;
		else counts.held++;
	}
	return counts;
};

/** A thread of which only where it stands is known: whoever is behind is told a version, and pulls. */
const unknownChange = (reference: string, version: Version): MergedChange => ({
	...{ path: '', reference, from: version, version, versions: {} },
	...{ isWhole: false, rows: undefined },
});

const NOBODY_MOVED: ReadonlySet<string> = new Set();

/** Listens to the bus for all sockets of a server. Commits are told in the order they come. */
export const createHub = (deps: HubDeps): Hub => {
	const listeners = createListeners<Session>();
	let review: Promise<void> | undefined;
	let waiting: CommitNotice[] = [];
	const moved = new Set<string>();
	const doubted = new Set<string>();
	const movers = new Set<string>();

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

	/** A session that cannot be asked again is ended: it comes back with the rights it has then. */
	const askAgain = async (
		session: Session,
		by: ReadonlySet<string> = NOBODY_MOVED,
	): Promise<void> => {
		try {
			await reviewSession(deps.engine, session, by);
		} catch (error) {
			deps.log.error('review-failed', { error: String(error) });
			session.goAway();
		}
	};

	/** Tells where the threads that are listened to stand: readers that are behind pull. */
	const readAgain = async (org: string): Promise<void> => {
		const sessions = [...listeners.ofOrganisation(org)];
		try {
			const references = new Set(sessions.flatMap((one) => [...one.subscriptions.keys()]));
			const versions = await deps.engine.versions(org, references);
			if (!versions.ok) return;
			for (const [reference, version] of versions.value)
				tellThread(deps.catalogue, listeners, org, unknownChange(reference, version));
		} catch (error) {
			deps.log.error('review-failed', { error: String(error) });
			for (const session of sessions) session.goAway();
		}
	};

	/** Rights that move meanwhile are asked again too, before anything is told. */
	const reviewAll = async (): Promise<void> => {
		while (moved.size > 0) {
			const organisations = [...moved];
			moved.clear();
			const by = new Set(movers);
			movers.clear();
			for (const org of organisations) {
				for (const session of [...listeners.ofOrganisation(org)]) await askAgain(session, by);
				if (doubted.delete(org)) await readAgain(org);
			}
		}
		const commits = waiting;
		waiting = [];
		review = undefined;
		tell(commits);
	};

	/** After rights moved, everything waits until they have been asked again. */
	const hear = (commits: readonly CommitNotice[]): void => {
		for (const commit of commits) if (commit.rightsMoved) moved.add(commit.org);
		for (const { org, rightsMoved, by } of commits)
			if (rightsMoved && by !== undefined) movers.add(moverName(org, by));
		if (moved.size === 0 && !review) {
			tell(commits);
			return;
		}
		waiting.push(...commits);
		begin();
	};

	const begin = (): void => {
		review ??= Promise.resolve()
			.then(reviewAll)
			.catch((error: unknown) => deps.log.error('notices-failed', { error: String(error) }));
	};

	/** What was lost may have moved rights too: everything of every organisation is asked again. */
	const doubt = (): void => {
		for (const org of listeners.organisations()) {
			moved.add(org);
			doubted.add(org);
		}
		if (moved.size > 0) begin();
	};

	const stops = [deps.bus.listen(hear), deps.bus.doubt(doubt)];
	return {
		listeners,
		review: (session) => void askAgain(session),
		settled: () => review ?? Promise.resolve(),
		close() {
			for (const stop of stops) stop();
		},
	};
};
