import { bytesToBase64Url, err, type Failure, failure, ok, type Result } from '@navette/core';
import type { BlobPath } from '@navette/storage';
import { blobPathOf } from '@navette/storage';
import type { Caller } from '../contract.ts';
import { creditFiles } from '../quotas/charge.ts';
import { atStore, type FileDeps } from './at-store.ts';
import type { Files, UploadState } from './contract.ts';
import { isAsAnnounced, received, sized, verified } from './digest.ts';
import {
	type IncomingNote,
	looseToRow,
	type OpenLoose,
	openLoose,
	type ReadyNote,
} from './loose-note.ts';
import { sizeOfSegment, uploadStateOf } from './segments.ts';

type Own = OpenLoose<IncomingNote | ReadyNote>;

const isOther = (length: number | undefined, size: number): boolean =>
	length !== undefined && length !== size;

const HOUR = 3_600_000;
/**
 * A content must come within this time. Its note is younger than an hour when it begins, so that the
 * daily task never forgets a note while bytes are still coming under it.
 */
const LONGEST = 12 * HOUR;

const UNKNOWN = (fid: string): Result<never, Failure> => err(failure('E-FILE', { fid }));

/** Brings the bytes of announced contents to the store. */
export const createUploads = (deps: FileDeps) => {
	const { blobs, clock } = deps;

	/** Changes the note of a content of the caller; `undefined` leaves it as it is. */
	const change = (
		org: string,
		caller: Caller,
		fid: string,
		next: (loose: Own) => Result<OpenLoose | undefined, Failure>,
	): Promise<Result<Own, Failure>> =>
		deps.within(org, caller, async ({ writer, account }) => {
			const row = await writer.looseBlob(fid);
			const loose = row && openLoose(row);
			if (!loose || loose.note.state === 'doomed' || loose.note.account !== account.id)
				return UNKNOWN(fid);
			const changed = next(loose as Own);
			if (!changed.ok) return changed;
			if (!changed.value) return ok(loose as Own);
			await writer.takeLooseBlob(fid);
			await writer.putLooseBlob(looseToRow(changed.value));
			return ok(changed.value as Own);
		});

	const pathOf = (org: string, loose: Own): BlobPath => blobPathOf(org, loose.folder, loose.fid);
	const stateOf = (loose: Own): UploadState => uploadStateOf(loose, blobs.segmentBytes);

	/** The content, its note made young, before anything is done for it. */
	const begin = (org: string, caller: Caller, fid: string) =>
		change(org, caller, fid, (loose) => {
			const isOld = clock.now() - loose.since > HOUR;
			return ok(isOld ? { ...loose, since: clock.now() } : undefined);
		});

	/**
	 * Notes that the bytes are there. When the content was abandoned meanwhile, they go: its note is
	 * still there, doomed. When there is no note any more a document names it: nothing is touched.
	 */
	const becomeReady = async (org: string, caller: Caller, loose: Own) => {
		const ready = await change(org, caller, loose.fid, (now) => {
			const { account, size, digest } = now.note;
			const note: ReadyNote = { state: 'ready', account, size, digest };
			return ok(now.note.state === 'ready' ? undefined : { ...now, since: clock.now(), note });
		});
		if (ready.ok) return ok(stateOf(ready.value));
		const row = await deps.store.snapshot(org, (reader) => reader.looseBlob(loose.fid));
		if (row && openLoose(row).note.state === 'doomed') await blobs.remove(pathOf(org, loose));
		return ready;
	};

	const cancel: Files['cancel'] = async (org, caller, fid) => {
		const doomed = await deps.within(org, caller, async ({ writer, account }) => {
			const row = await writer.looseBlob(fid);
			const loose = row && openLoose(row);
			if (!loose || loose.note.state === 'doomed' || loose.note.account !== account.id)
				return UNKNOWN(fid);
			await writer.takeLooseBlob(fid);
			const note = { state: 'doomed' as const };
			await writer.putLooseBlob(looseToRow({ ...loose, since: clock.now(), note }));
			const scene = { now: clock.now(), random: deps.random };
			await creditFiles(writer, scene, loose.note.size);
			return ok(blobPathOf(org, loose.folder, fid));
		});
		return doomed.ok ? atStore(deps.log, () => blobs.remove(doomed.value)) : doomed;
	};

	const put: Files['put'] = async (org, caller, fid, content, length) => {
		const begun = await begin(org, caller, fid);
		if (!begun.ok) return begun;
		const { note } = begun.value;
		if (note.state === 'ready') return ok(stateOf(begun.value));
		if (isOther(length, note.size)) return err(failure('E-SIZE', { limit: note.size }));
		const end = clock.now() + LONGEST;
		const bytes = verified(
			received(content, () => clock.now() > end),
			note,
		);
		const sent = await atStore(deps.log, () =>
			blobs.put(pathOf(org, begun.value), bytes, note.size),
		);
		return sent.ok ? becomeReady(org, caller, begun.value) : sent;
	};

	const putSegment: Files['putSegment'] = async (org, caller, fid, number, content, length) => {
		const begun = await begin(org, caller, fid);
		if (!begun.ok) return begun;
		const loose = begun.value;
		const { note } = loose;
		if (note.state === 'ready') return ok(stateOf(loose));
		const size = sizeOfSegment(note.size, blobs.segmentBytes, number);
		const { upload } = note;
		if (size === undefined)
			return err(failure('E-INPUT', { path: 'segment', reason: 'no such segment' }));
		/* announced, and the server died before it opened the upload: announced again, it is */
		if (upload === undefined) return err(failure('E-FILE-PARTS', { missing: note.marks.length }));
		if (isOther(length, size)) return err(failure('E-SIZE', { limit: size }));
		const end = clock.now() + LONGEST;
		const bytes = sized(
			received(content, () => clock.now() > end),
			size,
		);
		const path = pathOf(org, loose);
		const sent = await atStore(deps.log, () => blobs.putSegment(path, upload, number, bytes, size));
		if (!sent.ok) return sent;
		const marked = await change(org, caller, fid, (now) => {
			if (now.note.state === 'ready') return ok(undefined);
			const marks = now.note.marks.with(number - 1, sent.value);
			return ok({ ...now, since: clock.now(), note: { ...now.note, marks } });
		});
		return marked.ok ? ok(stateOf(marked.value)) : marked;
	};

	/** Makes the segments one content, if there are any; answers whether the bytes are those announced. */
	const verify = async (path: BlobPath, note: IncomingNote): Promise<boolean> => {
		if (note.upload !== undefined) await blobs.closeUpload(path, note.upload, note.marks);
		const bytes = await blobs.read(path);
		return bytes !== undefined && isAsAnnounced(bytes, note);
	};

	const complete: Files['complete'] = async (org, caller, fid) => {
		const begun = await begin(org, caller, fid);
		if (!begun.ok) return begun;
		const loose = begun.value;
		const { note } = loose;
		if (note.state === 'ready') return ok(stateOf(loose));
		const { missing } = stateOf(loose);
		const path = pathOf(org, loose);
		if (missing.length > 0) return err(failure('E-FILE-PARTS', { missing: missing.length }));
		const isThere = await atStore(deps.log, async () =>
			note.upload === undefined ? (await blobs.stat(path)) !== undefined : true,
		);
		if (!isThere.ok) return isThere;
		if (!isThere.value) return err(failure('E-FILE-PARTS', { missing: 1 }));
		const isGood = await atStore(deps.log, () => verify(path, note));
		if (!isGood.ok) return isGood;
		if (isGood.value) return becomeReady(org, caller, loose);
		const abandoned = await cancel(org, caller, fid);
		return abandoned.ok ? err(failure('E-DIGEST')) : abandoned;
	};

	const state: Files['state'] = async (org, caller, fid) => {
		const found = await change(org, caller, fid, () => ok(undefined));
		return found.ok ? ok(stateOf(found.value)) : found;
	};

	return { put, putSegment, complete, cancel, state };
};

/** A new id of a content. */
export const newFid = (deps: FileDeps): string => bytesToBase64Url(deps.random.bytes(16));
