import {
	base64UrlToBytes,
	bytesToHex,
	err,
	type Failure,
	failure,
	ok,
	type Result,
} from '@navette/core';
import { checkKey, type DocumentType } from '@navette/model';
import { type BlobPath, blobPathOf, isFid } from '@navette/storage';
import { charge } from '../quotas/charge.ts';
import { NOTHING } from '../quotas/usage.ts';
import { atStore, type FileDeps } from './at-store.ts';
import { isDigest } from './attachment.ts';
import type { Files, PreloadRequest } from './contract.ts';
import { folderOf } from './folder.ts';
import { type IncomingNote, looseToRow, openLoose } from './loose-note.ts';
import { countSegments } from './segments.ts';
import { newFid } from './uploads.ts';

/** How long a signed request to write may be made, seconds. */
const SIGNED = 900;
/** What the S3 protocol takes. */
const MOST_SEGMENTS = 10_000;

const inputFault = (path: string) => err(failure('E-INPUT', { path, reason: 'file' }));

const checkRequest = (
	type: DocumentType | undefined,
	request: PreloadRequest,
	segmentBytes: number,
): Result<DocumentType, Failure> => {
	if (!type?.files) return inputFault('type');
	if (!checkKey(type.key, request.key).ok) return inputFault('key');
	if (!isDigest(request.digest)) return inputFault('digest');
	if (request.fid !== undefined && !isFid(request.fid)) return inputFault('fid');
	if (!Number.isSafeInteger(request.size) || request.size < 0) return inputFault('size');
	const limit = Math.min(type.files.maxBytes, MOST_SEGMENTS * segmentBytes);
	return request.size > limit ? err(failure('E-SIZE', { limit })) : ok(type);
};

/** Announces contents. */
export const createPreload = (deps: FileDeps): Files['preload'] => {
	const { blobs, clock } = deps;

	/** Notes a content before anything of it is anywhere. Announced again in the same words, it is as it was. */
	const note = (
		org: string,
		caller: Parameters<Files['preload']>[1],
		fid: string,
		folder: string,
		request: PreloadRequest,
	) =>
		deps.within(org, caller, async ({ writer, account, now, limits }) => {
			const { size, digest, way } = request;
			const row = await writer.looseBlob(fid);
			if (row) {
				const known = openLoose(row);
				const isSame =
					known.note.state === 'incoming' &&
					known.note.account === account.id &&
					known.note.size === size &&
					known.note.digest === digest &&
					known.note.marks.length > 0 === (way === 'segments') &&
					known.folder === folder;
				return isSame ? ok(known.note as IncomingNote) : err(failure('E-FILE-TAKEN'));
			}
			const count = way === 'segments' ? countSegments(size, blobs.segmentBytes) : 0;
			const marks = Array.from({ length: count }, () => '');
			const fresh: IncomingNote = { state: 'incoming', account: account.id, size, digest, marks };
			const scene = { now, random: deps.random };
			const charged = await charge(writer, scene, limits, { ...NOTHING, fileBytes: size });
			if (!charged.ok) return charged;
			await writer.putLooseBlob(looseToRow({ fid, folder, since: clock.now(), note: fresh }));
			return ok(fresh);
		});

	/** Opens the upload in segments, and notes its name. */
	const openUpload = async (
		org: string,
		caller: Parameters<Files['preload']>[1],
		path: BlobPath,
		fid: string,
		size: number,
	): Promise<Result<void, Failure>> => {
		const opened = await atStore(deps.log, () => blobs.openUpload(path, size));
		if (!opened.ok) return opened;
		return deps.within(org, caller, async ({ writer }) => {
			const row = await writer.takeLooseBlob(fid);
			const loose = row && openLoose(row);
			if (loose?.note.state !== 'incoming') return err(failure('E-FILE', { fid }));
			const upload = loose.note.upload ?? opened.value;
			await writer.putLooseBlob(looseToRow({ ...loose, note: { ...loose.note, upload } }));
			return ok(undefined);
		});
	};

	/** Whether an id chosen by the caller is already that of a content. */
	const isTaken = (path: BlobPath, request: PreloadRequest) =>
		atStore(deps.log, async () =>
			request.fid === undefined ? false : (await blobs.stat(path)) !== undefined,
		);

	/** The request that brings the bytes straight to the store, if it signs any. */
	const sign = async (path: BlobPath, { size, digest: text }: PreloadRequest) => {
		const digest = bytesToHex(base64UrlToBytes(text) ?? new Uint8Array());
		const expires = clock.now() + SIGNED * 1_000;
		const signed = await atStore(deps.log, async () =>
			blobs.sign?.put(path, { size, digest }, SIGNED),
		);
		if (!signed.ok) return signed;
		return ok(signed.value ? { request: signed.value, expires } : {});
	};

	return async (org, caller, request) => {
		const { way } = request;
		const type = deps.catalogue.documents.get(request.type);
		const checked = checkRequest(type, request, blobs.segmentBytes);
		if (!checked.ok) return checked;
		const fid = request.fid ?? newFid(deps);
		const folder = folderOf(checked.value, request.key);
		const path = blobPathOf(org, folder, fid);
		const taken = await isTaken(path, request);
		if (!taken.ok) return taken;
		if (taken.value) return err(failure('E-FILE-TAKEN'));
		const noted = await note(org, caller, fid, folder, request);
		if (!noted.ok) return noted;
		if (way === 'signed') {
			const signed = await sign(path, request);
			return signed.ok ? ok({ fid, segmentBytes: 0, ...signed.value }) : signed;
		}
		if (way === 'whole') return ok({ fid, segmentBytes: 0 });
		const opened = noted.value.upload
			? ok(undefined)
			: await openUpload(org, caller, path, fid, request.size);
		return opened.ok ? ok({ fid, segmentBytes: blobs.segmentBytes }) : opened;
	};
};
