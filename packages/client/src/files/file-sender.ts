import { bytesToBase64Url, err, ok, type Random, type Result, type Timers } from '@navette/core';
import { createDigest } from '@navette/crypto';
import type { Key } from '@navette/model';
import { PreloadedFile, UploadedFile, type WireError } from '@navette/protocol';
import { backoffDelay, delayOf } from '../backoff.ts';
import type { Exchange } from '../exchange.ts';
import { localError } from '../local-error.ts';
import type { FileSource } from './file-source.ts';

/** A content to bring to the server, for a document of this device's account. */
export interface FileToSend {
	/** Type and key of the document that will name it. */
	readonly type: string;
	readonly key: Key;
	readonly source: FileSource;
	/** Id from an earlier call that ended before it was done: goes on from there. */
	readonly fid?: string;
	/** Told how many bytes the server has, after each part. */
	readonly progress?: (bytes: number) => void;
	/** Stops it; what was sent stays on the server for a day, so that the same id goes on. */
	readonly signal?: AbortSignal;
}

/** A content the server has, whole and verified: what an operation is given to attach it. */
export interface SentFile {
	readonly fid: string;
	/** Bytes. */
	readonly size: number;
	/** SHA-256, unpadded base64url. */
	readonly digest: string;
}

/** Sends contents; each can be gone on with after a cut, on this device or after its restart. */
export type SendFile = (file: FileToSend) => Promise<Result<SentFile, WireError>>;

/** Contents up to this size go in one request, unless told. */
const WHOLE_BYTES = 1 << 20;
/** Bytes read at a time for the digest. */
const PART_BYTES = 1 << 20;
/** Times in a row without anything new on the server before it is said to be out of reach. */
const TRIES = 6;

interface Deps {
	readonly exchange: Exchange;
	readonly random: Random;
	readonly timers: Timers;
	/** Bytes. */
	readonly wholeBytes?: number | undefined;
}

/** An id for a content: 128 random bits, base64url. */
const newFileId = (random: Random): string => bytesToBase64Url(random.bytes(16));

const digestOf = async (source: FileSource): Promise<string> => {
	const digest = createDigest();
	for (let at = 0; at < source.size; at += PART_BYTES)
		digest.add(await source.read(at, Math.min(at + PART_BYTES, source.size)));
	return bytesToBase64Url(digest.end());
};

/** One content on its way. */
interface Upload extends FileToSend {
	readonly fid: string;
	readonly digest: string;
}

const createSteps = ({ exchange, wholeBytes = WHOLE_BYTES }: Deps) => {
	/** Announces it, in the same words each time, then asks what is still to come. */
	const announce = async (upload: Upload): Promise<Result<UploadedFile, WireError>> => {
		const { type, key, source, digest, fid } = upload;
		const way = source.size > wholeBytes ? 'segments' : 'whole';
		const words = { type, key: { ...key }, size: source.size, digest, way, fid };
		const known = await exchange.file(PreloadedFile, 'preload', words);
		if (!known.ok && known.error.code !== 'E-FILE-TAKEN') return known;
		return exchange.file(UploadedFile, `${fid}/state`, {});
	};

	const bytes = async (upload: Upload, path: string, start: number, end: number) => {
		const part = await upload.source.read(start, end);
		return exchange.bytes(UploadedFile, `${upload.fid}/${path}`, part);
	};

	/** Sends what is missing; says when something new arrived. */
	const sendMissing = async (
		upload: Upload,
		state: UploadedFile,
		arrived: () => void,
	): Promise<Result<UploadedFile, WireError>> => {
		const { size } = upload.source;
		const { segmentBytes, missing } = state;
		if (segmentBytes === 0) return bytes(upload, 'content', 0, size);
		let left = missing.length;
		for (const number of missing) {
			if (upload.signal?.aborted) return err(localError('E-OFFLINE'));
			const start = (number - 1) * segmentBytes;
			const sent = await bytes(
				upload,
				`segment/${number}`,
				start,
				Math.min(start + segmentBytes, size),
			);
			if (!sent.ok) return sent;
			left--;
			arrived();
			upload.progress?.(Math.max(0, size - left * segmentBytes));
		}
		return exchange.file(UploadedFile, `${upload.fid}/complete`, {});
	};
	return { announce, sendMissing };
};

/**
 * Sends contents in two phases: announced, then brought whole or in segments. Whatever is cut is asked
 * for again and goes on where it was. An error that time does not heal ends it: `E-SIZE`, `E-QUOTA`,
 * `E-FILE-TAKEN` (the id was used for other bytes), `E-DIGEST` (the bytes changed meanwhile); so does
 * `E-OFFLINE` after a while without a server: call again with the same id.
 */
export const createFileSender = (deps: Deps): SendFile => {
	const steps = createSteps(deps);
	const pause = (ms: number) => new Promise<void>((resolve) => void deps.timers.after(ms, resolve));

	const attempt = async (upload: Upload, arrived: () => void): Promise<Result<void, WireError>> => {
		const state = await steps.announce(upload);
		if (!state.ok) return state;
		const { size, digest, ready } = state.value;
		if (size !== upload.source.size || digest !== upload.digest)
			return err(localError('E-FILE-TAKEN'));
		if (ready) return ok(undefined);
		const sent = await steps.sendMissing(upload, state.value, arrived);
		if (!sent.ok) return sent;
		return sent.value.ready ? ok(undefined) : err(localError('E-FILE-PARTS'));
	};

	return async (file) => {
		const fid = file.fid ?? newFileId(deps.random);
		const upload: Upload = { ...file, fid, digest: await digestOf(file.source) };
		for (let failures = 0; ; ) {
			const done = await attempt(upload, () => {
				failures = 0;
			});
			if (done.ok) {
				file.progress?.(file.source.size);
				return ok({ fid, size: file.source.size, digest: upload.digest });
			}
			failures++;
			/* a server forgot what was left for a day: it begins again */
			const isPassing = done.error.retry === 'later' || done.error.code === 'E-FILE';
			if (failures >= TRIES || !isPassing || file.signal?.aborted) return done;
			await pause(delayOf(done.error.detail, backoffDelay(failures, deps.random)));
		}
	};
};
