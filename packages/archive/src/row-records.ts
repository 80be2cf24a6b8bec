import type { Day } from '@navette/core';
import type { KeyText } from '@navette/model';
import type { DocumentRow, LooseBlob, StoredAnswer, StoredThread } from '@navette/storage';
import type { RecordOf } from './record.ts';

type Thread = Omit<StoredThread, 'handle'>;

export const threadToRecord = (thread: Thread): RecordOf<'thread'> => {
	const { path, reference, version, versions, horizon, cleanDate } = thread;
	return ['thread', path, reference, version, { ...versions }, horizon, cleanDate];
};

export const recordToThread = (record: RecordOf<'thread'>): Thread => {
	const [, path, reference, version, versions, horizon, cleanDate] = record;
	const state = { version, versions, horizon, cleanDate: cleanDate as Day };
	return { path, reference: reference as Thread['reference'], ...state };
};

export const documentToRecord = (
	{ type, id, version, del, data, files, groupings, properties }: DocumentRow,
	paths: readonly string[],
): RecordOf<'document'> => {
	const found = { groupings: { ...groupings }, properties: { ...properties } };
	return [
		'document',
		type,
		id,
		version,
		del,
		data,
		files,
		found.groupings,
		found.properties,
		[...paths],
	];
};

export const recordToDocument = (record: RecordOf<'document'>): DocumentRow => {
	const [, type, id, version, del, data, files, groupings, properties] = record;
	const row = { type, id: id as KeyText, version, del: del as Day | 0 };
	return { ...row, data, files, groupings, properties };
};

export const answerToRecord = (row: StoredAnswer): RecordOf<'answer'> => [
	'answer',
	row.operation,
	row.day,
	row.answer,
];

export const looseToRecord = (row: LooseBlob): RecordOf<'loose'> => [
	'loose',
	row.fid,
	row.folder,
	row.since,
	row.note,
];

export const recordToLoose = ([, fid, folder, since, note]: RecordOf<'loose'>): LooseBlob => ({
	fid,
	folder,
	since,
	note,
});
