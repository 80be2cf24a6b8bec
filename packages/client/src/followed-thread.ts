import type { Log, Timers } from '@navette/core';
import type { LocalDocument, LocalStore } from '@navette/local-store';
import type { PulledThread, WireDocument, WireError, WireNotice } from '@navette/protocol';
import type { DocumentReader } from './document-reader.ts';
import { createHeldDocuments } from './held-documents.ts';
import { coversInterest, type Interest, uniteInterests } from './interest.ts';
import {
	addPage,
	type PullRound,
	requestOfRound,
	startRound,
	startsFromNothing,
} from './pull-round.ts';
import type { Opening, SealedOpener } from './sealed-opener.ts';
import { parseCursor, type ThreadCursor } from './thread-cursor.ts';
import type { AnswerFacts, FollowedThread, Question } from './thread-following.ts';
import { createThreadPersistence } from './thread-persistence.ts';

interface FollowedThreadDeps {
	readonly path: string;
	/** Name in the local store. */
	readonly name: string;
	readonly store: LocalStore;
	readonly reader: DocumentReader;
	readonly log: Log;
	readonly timers: Timers;
	/** Reading waits for this: an earlier follower of the same thread still writes. */
	readonly after: Promise<void>;
	/** Something that watchers see changed. */
	readonly changed: () => void;
	/** Organisation time, ms. */
	readonly now: () => number;
	/** Documents that only clients can open arrived. */
	readonly sealed: SealedOpener;
}

/** What is held is summed up and compared with the server's sum this often, ms. */
const CHECKED_EVERY = 86_400_000;

export const createFollowedThread = (deps: FollowedThreadDeps): FollowedThread => {
	const { reader, changed } = deps;
	const held = createHeldDocuments();
	let cursor: ThreadCursor | undefined;
	let reference: string | undefined;
	let interest: Interest | undefined;
	let error: WireError | undefined;
	let round: PullRound | undefined;
	let early: WireNotice[] = [];
	let isLoaded = false;
	let behind = true;
	/** Something was missed while a round is under way: another one follows it. */
	let again = false;
	let subscribed = false;
	/** What is held cannot be trusted to be a base: everything is asked again. */
	let suspect = false;
	/** What is held did not sum up as the server's: it is asked again, and the server is told. */
	let disagrees = false;

	/** Pages of the round under way that are being opened. */
	let opening: Opening[] = [];

	const persistence = createThreadPersistence({
		store: deps.store,
		name: deps.name,
		log: deps.log,
		timers: deps.timers,
		whole: () => cursor && { cursor, documents: held.toLocal(), replace: true },
	});

	const shapesOf = (wanted: readonly string[]): Record<string, number> =>
		Object.fromEntries(wanted.map((type) => [type, reader.shapeOf(type)]));

	const openSealed = (documents: readonly LocalDocument[], begun: readonly Opening[] = []) => {
		const received = documents.filter(([type]) => reader.isSealed(type));
		const closed = held.heldOf(received).filter(({ opened }) => !opened);
		if (closed.length === 0) return;
		deps.sealed.open(closed, begun, (opened) => {
			held.touch(opened);
			changed();
		});
	};

	/** Documents of a page that is not the last are opened while the next one comes. */
	const beginToOpen = (documents: readonly WireDocument[]) => {
		const received = [];
		for (const [type, id, version, , data] of documents)
			if (data !== null && reader.isSealed(type)) received.push({ type, id, version, data });
		if (received.length > 0) opening.push(deps.sealed.begin(received));
	};

	const apply = (next: ThreadCursor, documents: readonly LocalDocument[], replace: boolean) => {
		if (replace) held.replace(documents, reader.shapeOf);
		else held.apply(documents, reader.shapeOf);
		const types = [...held.snapshot().keys()];
		cursor = { ...next, shapes: shapesOf(types) };
		persistence.save({ cursor, documents, replace });
		openSealed(documents, opening);
		opening = [];
		changed();
	};

	const load = async () => {
		await deps.after;
		const kept = await deps.store.readThread(deps.name);
		const known = kept && parseCursor(kept.cursor);
		if (kept && known && !error) {
			cursor = known;
			reference = known.reference;
			interest = uniteInterests(known.interest, interest ?? known.interest);
			held.replace(kept.documents, (type) => known.shapes[type] ?? 0);
			suspect =
				!coversInterest(known.interest, interest) ||
				Object.entries(known.shapes).some(([type, shape]) => reader.shapeOf(type) !== shape);
			openSealed(kept.documents);
		}
		isLoaded = true;
		changed();
	};

	const fallBehind = () => {
		behind = true;
		again = round !== undefined;
	};

	const hear = (notice: WireNotice) => {
		if (!cursor || notice.version <= cursor.version) return;
		if (!notice.documents || notice.from > cursor.version || suspect) return fallBehind();
		apply({ ...cursor, version: notice.version }, notice.documents, false);
	};

	const hearEarly = () => {
		const notices = early;
		early = [];
		for (const notice of notices) hear(notice);
	};

	const isToCheck = () =>
		cursor !== undefined && !suspect && deps.now() - cursor.checkedAt >= CHECKED_EVERY;

	/** Holds what is held against what the server says it sums up to. */
	const compare = (checksum: string, now: number) => {
		if (!cursor) return;
		if (held.checksum() === checksum) {
			cursor = { ...cursor, checkedAt: now };
			persistence.save({ cursor, documents: [], replace: false });
			return;
		}
		deps.log.warn('thread-disagrees', { version: cursor.version });
		suspect = true;
		disagrees = true;
		behind = true;
	};

	const finish = (done: PullRound, answer: AnswerFacts, checksum: string | undefined) => {
		if (!reference || !interest) return;
		round = undefined;
		behind = again;
		again = false;
		suspect = false;
		disagrees = false;
		const checkedAt = done.replace ? answer.now : (cursor?.checkedAt ?? answer.now);
		const next: ThreadCursor = {
			reference,
			epoch: answer.epoch,
			version: done.since,
			horizon: done.horizon ?? 0,
			scope: done.scope ?? '',
			syncedAt: answer.now,
			checkedAt,
			interest,
			shapes: {},
		};
		apply(next, done.pages.flat(), done.replace);
		if (checksum !== undefined) compare(checksum, answer.now);
		hearEarly();
	};

	/** Another history of the store: neither the alias nor the versions mean what they did. */
	const isForeign = (answer: AnswerFacts) =>
		cursor !== undefined && cursor.epoch !== answer.epoch && cursor.reference === reference;

	const startOver = () => {
		round = undefined;
		reference = undefined;
		suspect = true;
		subscribed = false;
	};

	const accept = (page: PulledThread, answer: AnswerFacts, subscribing: boolean): boolean => {
		if (!round) return true;
		if (isForeign(answer) && !startsFromNothing(round)) {
			startOver();
			return true;
		}
		if (subscribing) subscribed = true;
		const { since } = round;
		round = addPage(round, page);
		if (page.more) beginToOpen(page.documents);
		else finish(round, answer, page.checksum);
		return !page.more || page.full || page.upTo > since;
	};

	const refuse = (refusal: WireError) => {
		error = refusal;
		round = undefined;
		early = [];
		cursor = undefined;
		reference = undefined;
		subscribed = false;
		suspect = false;
		behind = false;
		again = false;
		held.replace([], reader.shapeOf);
		persistence.erase();
		changed();
	};

	const ask = (subscribing: boolean): Question | undefined => {
		if (!reference || !interest) return undefined;
		round ??= startRound(suspect ? undefined : cursor);
		const mine = round;
		return {
			request: requestOfRound(mine, reference, interest, { check: isToCheck(), disagrees }),
			accept: (page, answer) => (round === mine ? accept(page, answer, subscribing) : true),
			refuse(refusal, answer) {
				if (round !== mine) return;
				if (isForeign(answer)) startOver();
				else refuse(refusal);
			},
		};
	};

	const remember = () => {
		if (!cursor) return;
		persistence.save({ cursor, documents: [], replace: false });
		changed();
	};

	const loaded = load();
	return {
		path: deps.path,
		loaded,
		isLoaded: () => isLoaded,
		reference: () => reference,
		opened(alias, epoch) {
			error = undefined;
			if (cursor && (cursor.reference !== alias || cursor.epoch !== epoch)) suspect = true;
			reference = alias;
		},
		widen(wanted) {
			const wider = interest ? uniteInterests(interest, wanted) : wanted;
			if (wider === interest) return;
			interest = wider;
			round = undefined;
			behind = true;
			subscribed = false;
			if (cursor && !coversInterest(cursor.interest, wider)) suspect = true;
		},
		isBehind: () => isLoaded && behind && interest !== undefined,
		isSubscribed: () => subscribed,
		restart() {
			round = undefined;
			early = [];
			behind = true;
			again = false;
			subscribed = false;
		},
		fallBehind,
		ask,
		notice(notice) {
			if (notice.reference !== reference) return;
			if (round || behind) early.push(notice);
			else hear(notice);
		},
		confirm(now) {
			if (cursor && !behind) cursor = { ...cursor, syncedAt: Math.max(now, cursor.syncedAt) };
		},
		refuse,
		reconsider() {
			if (error) behind = true;
		},
		state(wanted) {
			if (error) return { status: 'refused', error, version: 0 };
			if (!cursor || !coversInterest(cursor.interest, wanted))
				return { status: 'loading', version: 0 };
			return { status: 'ready', syncedAt: cursor.syncedAt, version: cursor.version };
		},
		tables: () => held.snapshot(),
		remember,
		async settled() {
			await loaded;
			await persistence.settled();
		},
	};
};
