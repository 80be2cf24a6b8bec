import type { Day } from '@navette/core';
import type { OrganisationStatus } from '@navette/storage';
import {
	DOCUMENT_COLUMNS,
	type DocumentColumns,
	LOOSE_COLUMNS,
	type LooseColumns,
	THREAD_COLUMNS,
	type ThreadColumns,
} from '@navette/storage/provider';
import { statement } from './sql.ts';

type Limit = number | null;
type After = string;
type NotThis = string | null;
type Range = [field: number, low: Uint8Array, high: Uint8Array, limit: Limit];
type Changes = [
	thread: number,
	org: number,
	after: number,
	upTo: number,
	tombstonesAfter: number,
	limit: Limit,
];

const BY_PROPERTY = `SELECT ${DOCUMENT_COLUMNS} FROM entry e JOIN document d ON d.handle = e.document
	WHERE e.field = $1 AND e.value >= $2 AND e.value <= $3`;

/** Every read; their plans are tested. A limit of null = no limit. */
export const READS = {
	document: statement<[number, string], DocumentColumns>(
		'document',
		`SELECT ${DOCUMENT_COLUMNS} FROM document d WHERE d.type = $1 AND d.id = $2`,
	),
	documentsOfType: statement<[number, After, NotThis, Limit], DocumentColumns>(
		'documents-of-type',
		`SELECT ${DOCUMENT_COLUMNS} FROM document d
			WHERE d.type = $1 AND d.id >= $2 AND d.id IS DISTINCT FROM $3 AND d.del = 0
			ORDER BY d.id LIMIT $4`,
	),
	documentsOfTypeAndTombstones: statement<[number, After, NotThis, Limit], DocumentColumns>(
		'documents-of-type-and-tombstones',
		`SELECT ${DOCUMENT_COLUMNS} FROM document d
			WHERE d.type = $1 AND d.id >= $2 AND d.id IS DISTINCT FROM $3 ORDER BY d.id LIMIT $4`,
	),
	types: statement<[number], [string]>(
		'types',
		'SELECT name FROM type WHERE org = $1 ORDER BY name',
	),
	threads: statement<[number, After, Limit], ThreadColumns>(
		'threads',
		`SELECT ${THREAD_COLUMNS} FROM thread WHERE org = $1 AND path > $2 ORDER BY path LIMIT $3`,
	),
	answers: statement<[number, After, Limit], [string, Day, Uint8Array]>(
		'answers',
		`SELECT operation, day, answer FROM answer WHERE org = $1 AND operation > $2
			ORDER BY operation LIMIT $3`,
	),
	byGrouping: statement<[number, Uint8Array, After, NotThis, Limit], DocumentColumns>(
		'by-grouping',
		`SELECT ${DOCUMENT_COLUMNS} FROM entry e JOIN document d ON d.handle = e.document
			WHERE e.field = $1 AND e.value = $2 AND e.id >= $3 AND e.id IS DISTINCT FROM $4
			ORDER BY e.id LIMIT $5`,
	),
	byProperty: statement<Range, DocumentColumns>(
		'by-property',
		`${BY_PROPERTY} ORDER BY e.value, e.id LIMIT $4`,
	),
	byPropertyDescending: statement<Range, DocumentColumns>(
		'by-property-descending',
		`${BY_PROPERTY} ORDER BY e.value DESC, e.id DESC LIMIT $4`,
	),
	thread: statement<[number, string], ThreadColumns>(
		'thread',
		`SELECT ${THREAD_COLUMNS} FROM thread WHERE org = $1 AND path = $2`,
	),
	threadByReference: statement<[number, string], ThreadColumns>(
		'thread-by-reference',
		`SELECT ${THREAD_COLUMNS} FROM thread WHERE org = $1 AND reference = $2`,
	),
	changes: statement<Changes, DocumentColumns>(
		'changes',
		`SELECT ${DOCUMENT_COLUMNS} FROM link l JOIN document d ON d.handle = l.document
			WHERE l.thread = (SELECT handle FROM thread WHERE handle = $1 AND org = $2)
			AND l.version > $3 AND l.version <= $4 AND (l.del = 0 OR l.version > $5)
			ORDER BY l.version LIMIT $6`,
	),
	answer: statement<[number, string], [Uint8Array]>(
		'answer',
		'SELECT answer FROM answer WHERE org = $1 AND operation = $2',
	),
	looseBlob: statement<[number, string], LooseColumns>(
		'loose-blob',
		`SELECT ${LOOSE_COLUMNS} FROM loose_blob WHERE org = $1 AND fid = $2`,
	),
	looseBlobs: statement<[org: number, until: number, limit: number], LooseColumns>(
		'loose-blobs',
		`SELECT ${LOOSE_COLUMNS} FROM loose_blob WHERE org = $1 AND since <= $2
			ORDER BY since, fid LIMIT $3`,
	),
	organisation: statement<[number], [OrganisationStatus, Uint8Array]>(
		'organisation',
		'SELECT status, settings FROM organisation_row WHERE org = $1',
	),
	organisations: statement<[], [string]>(
		'organisations',
		`SELECT o.org FROM organisation o JOIN organisation_row r ON r.org = o.handle ORDER BY o.org`,
	),
} as const;
