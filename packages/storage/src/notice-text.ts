import { err, ok, type Result } from '@navette/core';
import type { ThreadReference } from './document-row.ts';
import type { CommitNotice, ThreadChange } from './notice-bus.ts';

/** Commits as they travel between servers, and who sent them. */
export interface NoticeMessage {
	/** The bus that sent it: it has told its own listeners already. */
	readonly origin: string;
	/** Numbers the messages of an origin, from 1. */
	readonly number: number;
	/** Without documents: a bus carries ids and versions only. */
	readonly commits: readonly CommitNotice[];
}

/** Messages for some commits, and how many threads no message has room for. */
export interface NoticeTexts {
	readonly texts: readonly string[];
	readonly lost: number;
}

const toText = (origin: string, number: number, commits: readonly CommitNotice[]): string =>
	JSON.stringify([
		origin,
		number,
		commits.map(({ org, rightsMoved, by, threads }) => [
			org,
			rightsMoved,
			by ?? '',
			threads.map(({ path, reference, from, version, types }) => [
				path,
				reference,
				from,
				version,
				types,
			]),
		]),
	]);

/** The longest number there will be, for the room it takes. */
const LONGEST_NUMBER = Number.MAX_SAFE_INTEGER;

/**
 * Commits as texts of at most `limit` bytes of UTF-8 each, in order, each with the number that `next`
 * gives. What is too large is cut between commits, then between the threads of a commit; what no
 * message has room for takes a number too, so that its absence is noticed.
 */
export const noticesToTexts = (
	origin: string,
	next: () => number,
	commits: readonly CommitNotice[],
	limit: number,
): NoticeTexts => {
	if (commits.length === 0) return { texts: [], lost: 0 };
	const longest = toText(origin, LONGEST_NUMBER, commits);
	if (new TextEncoder().encode(longest).length <= limit)
		return { texts: [toText(origin, next(), commits)], lost: 0 };
	const [commit] = commits;
	const isOne = commits.length === 1 && commit !== undefined;
	if (isOne && commit.threads.length <= 1) {
		next();
		return { texts: [], lost: 1 };
	}
	const parts = isOne
		? halves(commit.threads).map((threads) => [{ ...commit, threads }])
		: halves(commits);
	const sent = parts.map((part) => noticesToTexts(origin, next, part, limit));
	return {
		texts: sent.flatMap((each) => each.texts),
		lost: sent.reduce((sum, each) => sum + each.lost, 0),
	};
};

const halves = <T>(all: readonly T[]): readonly T[][] => {
	const middle = Math.ceil(all.length / 2);
	return [all.slice(0, middle), all.slice(middle)];
};

const isVersion = (value: unknown): value is number => Number.isSafeInteger(value);

const isText = (value: unknown): value is string => typeof value === 'string';

const toThread = (value: unknown): ThreadChange | undefined => {
	if (!Array.isArray(value) || value.length !== 5) return undefined;
	const [path, reference, from, version, types]: unknown[] = value;
	if (!isText(path) || !isText(reference) || !isVersion(from) || !isVersion(version))
		return undefined;
	if (!Array.isArray(types) || !types.every(isText)) return undefined;
	return { path, reference: reference as ThreadReference, from, version, types };
};

const toCommit = (value: unknown): CommitNotice | undefined => {
	if (!Array.isArray(value) || value.length !== 4) return undefined;
	const [org, rightsMoved, by, list]: unknown[] = value;
	if (!isText(org) || typeof rightsMoved !== 'boolean') return undefined;
	if (!isText(by) || !Array.isArray(list)) return undefined;
	const threads = list.map(toThread).filter((thread) => thread !== undefined);
	if (threads.length !== list.length) return undefined;
	return { org, rightsMoved, threads, ...(by === '' ? {} : { by }) };
};

/** Reads what another server sent. */
export const textToNotices = (text: string): Result<NoticeMessage, 'not-notices'> => {
	let parsed: unknown;
	try {
		parsed = JSON.parse(text);
	} catch {
		return err('not-notices');
	}
	if (!Array.isArray(parsed) || parsed.length !== 3) return err('not-notices');
	const [origin, number, list]: unknown[] = parsed;
	if (!isText(origin) || !isVersion(number) || !Array.isArray(list)) return err('not-notices');
	const commits = list.map(toCommit).filter((commit) => commit !== undefined);
	return commits.length === list.length ? ok({ origin, number, commits }) : err('not-notices');
};
