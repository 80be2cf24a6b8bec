import { err, type Failure, failure, ok, type Result } from '@navette/core';
import type { Awaitable, BlobPath, DocumentWriter } from '@navette/storage';
import type { PendingWrite } from '../operation-context.ts';
import { type Attachment, type CheckedAttachment, checkAttachment } from './attachment.ts';
import { type FileDescriptor, filesToStored, storedToFiles } from './descriptor.ts';
import { planFiles } from './file-changes.ts';
import type { FileCheck } from './file-check.ts';
import { pathOfFile } from './folder.ts';
import { looseToRow, openLoose } from './loose-note.ts';

/** A content that no document names any more, to be removed once the transaction is durable. */
export interface DroppedFile {
	readonly path: BlobPath;
	/** Bytes. */
	readonly size: number;
	/**
	 * Whether its note goes with it. A content attached less than a day ago may still be written by
	 * somebody slow, or by a signed request: its note stays, so that the daily task removes it again.
	 */
	readonly forget: boolean;
}

/** On whose behalf, and when, files are settled. */
export interface FileScene {
	readonly org: string;
	readonly account: string;
	/** Time of the organisation, ms. */
	readonly now: number;
	/** Time of the machine, ms: contents are worked on in it. */
	readonly machineNow: number;
	readonly check: FileCheck;
}

const DAY_MS = 86_400_000;

const refusalOf = (write: PendingWrite, file: CheckedAttachment): Failure | undefined => {
	const limit = write.type.files?.maxBytes ?? 0;
	return file.size > limit ? failure('E-SIZE', { limit }) : undefined;
};

/** Takes the note of a content away: from now on the document names it. */
const takeContent = async (
	writer: DocumentWriter,
	scene: FileScene,
	write: PendingWrite,
	asked: Attachment,
): Promise<Result<FileDescriptor, Failure>> => {
	const file = checkAttachment(write.type, asked);
	if (typeof file === 'string') return err(failure('E-INPUT', { path: file, reason: 'file' }));
	const refused = refusalOf(write, file);
	if (refused) return err(refused);
	const path = pathOfFile(scene.org, write.type, write.key, file.fid);
	const row = await writer.takeLooseBlob(file.fid);
	const loose = row && openLoose(row);
	const isThere =
		loose?.note.state === 'ready' &&
		path === `${scene.org}/${loose.folder}/${loose.fid}` &&
		loose.note.account === scene.account &&
		loose.note.size === file.size &&
		(file.digest === undefined || loose.note.digest === file.digest);
	if (!isThere) return err(failure('E-FILE', { fid: file.fid }));
	if (!scene.check.sizes.has(path)) scene.check.asked.add(path);
	else if (scene.check.sizes.get(path) !== file.size)
		return err(failure('E-FILE', { fid: file.fid }));
	const { fid, size, clear } = file;
	return ok({ fid, size, time: scene.now, ...(clear ? { clear } : {}) });
};

/** A write with the files its document has afterwards, and what it no longer names. */
export interface SettledWrite {
	readonly write: PendingWrite;
	readonly dropped: readonly DroppedFile[];
}

const NOTHING_DROPPED: readonly DroppedFile[] = [];

const settleChanges = async (
	writer: DocumentWriter,
	scene: FileScene,
	write: PendingWrite,
): Promise<Result<SettledWrite, Failure>> => {
	const { type, key, changes } = write;
	const isDeleted = write.data === undefined;
	const before = storedToFiles(type, write.previous?.files);
	const attached: FileDescriptor[] = [];
	for (const file of isDeleted ? [] : changes.attached) {
		const taken = await takeContent(writer, scene, write, file);
		if (!taken.ok) return taken;
		attached.push(taken.value);
	}
	if (scene.check.asked.size > 0) return err(failure('E-FILE'));
	const cleared = isDeleted || changes.cleared;
	const plan = planFiles(type, before, { ...changes, cleared }, attached);
	const dropped: DroppedFile[] = [];
	for (const { fid, time, size } of plan.dropped) {
		const path = pathOfFile(scene.org, type, key, fid);
		const folder = path.split('/')[1] ?? '';
		const note = { state: 'doomed' as const };
		await writer.putLooseBlob(looseToRow({ fid, folder, since: scene.machineNow, note }));
		dropped.push({ path, size, forget: scene.now - time >= DAY_MS });
	}
	return ok({ write: { ...write, files: filesToStored(plan.files) }, dropped });
};

/**
 * Settles the files of one document: what comes in is taken, what goes out is noted as loose. At once
 * when nothing of its files changes, which is so for almost every write.
 */
export const settleFiles = (
	writer: DocumentWriter,
	scene: FileScene,
	write: PendingWrite,
): Awaitable<Result<SettledWrite, Failure>> => {
	const { attached, detached, cleared } = write.changes;
	const isLeft =
		write.data !== undefined && attached.length === 0 && detached.size === 0 && !cleared;
	return isLeft ? ok({ write, dropped: NOTHING_DROPPED }) : settleChanges(writer, scene, write);
};
