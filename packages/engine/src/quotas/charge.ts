import { bytesToBase64Url, dayOf, type Failure, ok, type Random, type Result } from '@navette/core';
import { keyToText } from '@navette/model';
import type {
	DocumentReader,
	DocumentWriter,
	StoredDocument,
	ThreadReference,
} from '@navette/storage';
import { storedToSettings } from '../organisation.ts';
import { dataToStored, storedToData } from '../stored-data.ts';
import {
	type Amounts,
	isNothing,
	type Limits,
	NO_USAGE,
	NOTHING,
	USAGE_TYPE,
	type Usage,
	usageAfter,
	usageAfterOperation,
} from './usage.ts';

const ID = keyToText(USAGE_TYPE.key, { id: 'all' });
/** Whoever counts holds this thread: two servers count one after the other. */
const LOCK = 'USAGE/';

const rowToUsage = (row: StoredDocument | undefined): Usage =>
	row?.data ? (storedToData(USAGE_TYPE, row.data) as Usage) : NO_USAGE;

/** The use of an organisation, as of a reader. */
export const readUsage = async (reader: DocumentReader): Promise<Usage> =>
	rowToUsage(await reader.document('USAGE', ID));

/** When and by what chance the lock is created. */
export interface ChargeScene {
	readonly now: number;
	readonly random: Random;
}

/** Changes the use of an organisation under its lock; a refusal leaves it as it was. */
export const changeUsage = async (
	writer: DocumentWriter,
	{ now, random }: ChargeScene,
	next: (usage: Usage) => Result<Usage | undefined, Failure>,
): Promise<Result<void, Failure>> => {
	const [thread] = await writer.lockThreads([LOCK], {
		reference: () => bytesToBase64Url(random.bytes(16)) as ThreadReference,
		day: dayOf(now),
	});
	if (!thread) throw new Error('a thread that was locked is not there');
	const row = await writer.document('USAGE', ID);
	const changed = next(rowToUsage(row));
	if (!changed.ok) return changed;
	/* who waited for the lock begins again on what the one before left */
	await writer.putThread(thread.handle, { version: thread.version + 1, versions: {} });
	if (changed.value === undefined) {
		if (row) await writer.removeDocument(row);
		return ok(undefined);
	}
	const data = dataToStored(USAGE_TYPE, changed.value);
	const rest = { del: 0 as const, files: null, groupings: {}, properties: {} };
	const version = (row?.version ?? 0) + 1;
	await writer.putDocument({ type: 'USAGE', id: ID, version, data, ...rest }, row, []);
	return ok(undefined);
};

/** Counts what comes or goes, in the transaction in which it does; nothing without limits. */
export const charge = async (
	writer: DocumentWriter,
	scene: ChargeScene,
	limits: Limits | undefined,
	change: Amounts,
): Promise<Result<void, Failure>> =>
	!limits || isNothing(change)
		? ok(undefined)
		: changeUsage(writer, scene, (usage) => usageAfter(limits, usage, change));

/** Counts one operation. */
export const chargeOperation = async (
	writer: DocumentWriter,
	scene: ChargeScene,
	limits: Limits | undefined,
): Promise<Result<void, Failure>> =>
	limits?.operationsPerMinute === undefined
		? ok(undefined)
		: changeUsage(writer, scene, (usage) => usageAfterOperation(limits, usage, scene.now));

/** Notes that contents of so many bytes are given up, by whoever has no organisation at hand. */
export const creditFiles = async (
	writer: DocumentWriter,
	scene: ChargeScene,
	bytes: number,
): Promise<void> => {
	const row = bytes === 0 ? undefined : await writer.organisation();
	if (!row || row.status === 'importing') return;
	const { limits } = storedToSettings(row.settings);
	await charge(writer, scene, limits, { ...NOTHING, fileBytes: -bytes });
};
