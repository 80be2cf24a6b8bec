import type { Day } from '@navette/core';
import type { StoredThread } from '../document-row.ts';
import type { DocumentWriter } from '../document-store.ts';
import type { MemoryContent } from './memory-content.ts';
import { removeDocument } from './memory-draft.ts';
import { scan, takeFirst } from './sorted-map.ts';

/** Takes the oldest tombstones of a thread away; the rules are those of `DocumentWriter`. */
export const purgeMemoryTombstones = (
	content: MemoryContent,
	thread: StoredThread,
	org: string,
	{ before, today, limit }: Parameters<DocumentWriter['purgeTombstones']>[1],
): number => {
	const range = { low: [thread.handle], high: [thread.handle, before] };
	const doomed = takeFirst(scan(content.tombstones, range), limit);
	for (const [, place] of doomed) {
		const document = content.documents.get(place);
		if (!document) throw new Error('an index names a document that is not there');
		removeDocument(content, place, document);
		for (const handle of document.threads) raiseHorizon(content, handle, document.row.version);
	}
	const purged = content.threads.get([org, thread.path]);
	if (purged && doomed.length < limit)
		content.threads.set([org, thread.path], { ...purged, cleanDate: today });
	return doomed.length;
};

const raiseHorizon = (content: MemoryContent, handle: number, version: number): void => {
	const place = content.paths.get([handle]);
	const thread = place && content.threads.get(place);
	if (thread && thread.horizon < version)
		content.threads.set(place, { ...thread, horizon: version });
};

/** Forgets answers given before a day. */
export const purgeMemoryAnswers = (
	content: MemoryContent,
	org: string,
	before: Day,
	limit: number,
): number => {
	const old = takeFirst(scan(content.answerDays, { low: [org], high: [org, before] }), limit);
	for (const [key] of old) {
		content.answerDays.delete(key);
		content.answers.delete([org, key[2] ?? '']);
	}
	return old.length;
};
