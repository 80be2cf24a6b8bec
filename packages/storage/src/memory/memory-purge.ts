import type { Day } from '@navette/core';
import type { KeyText } from '@navette/model';
import type { StoredThread } from '../document-row.ts';
import type { DocumentWriter } from '../document-store.ts';
import type { MemoryContent } from './memory-content.ts';
import { removeDocument } from './memory-draft.ts';
import { type KeyRange, scan, TOP, takeFirst } from './sorted-map.ts';

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

/** Removes rows of an organisation: documents, threads, answers, loose contents, then its own row. */
export const removeMemoryRows = (content: MemoryContent, org: string, limit: number): number => {
	const all: KeyRange = { low: [org], high: [org, TOP] };
	const documents = takeFirst(scan(content.documents, all), limit);
	for (const [[, type = '', id = ''], document] of documents)
		removeDocument(content, [org, String(type), String(id) as KeyText], document);
	if (documents.length > 0) return documents.length;
	const threads = takeFirst(scan(content.threads, all), limit);
	for (const [key, thread] of threads) {
		content.threads.delete(key);
		content.references.delete([org, thread.reference]);
		content.paths.delete([thread.handle]);
	}
	if (threads.length > 0) return threads.length;
	const answers = takeFirst(scan(content.answers, all), limit);
	for (const [key, { day }] of answers) {
		content.answers.delete(key);
		content.answerDays.delete([org, day, key[1] ?? '']);
	}
	if (answers.length > 0) return answers.length;
	const loose = takeFirst(scan(content.looseBlobs, all), limit);
	for (const [key, { since }] of loose) {
		content.looseBlobs.delete(key);
		content.looseSince.delete([org, since, key[1] ?? '']);
	}
	return loose.length > 0 ? loose.length : Number(content.organisations.delete([org]));
};
