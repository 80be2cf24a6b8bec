import type { UploadState } from './contract.ts';
import type { IncomingNote, OpenLoose, ReadyNote } from './loose-note.ts';

/** Segments of a content; an empty one has one, empty. */
export const countSegments = (size: number, segmentBytes: number): number =>
	Math.max(1, Math.ceil(size / segmentBytes));

/** Bytes of a segment (from 1), `undefined` when the content has no such segment. */
export const sizeOfSegment = (
	size: number,
	segmentBytes: number,
	number: number,
): number | undefined => {
	const count = countSegments(size, segmentBytes);
	if (!Number.isInteger(number) || number < 1 || number > count) return undefined;
	return number < count ? segmentBytes : size - (count - 1) * segmentBytes;
};

/** What is told of an upload. */
export const uploadStateOf = (
	{ fid, note }: OpenLoose<IncomingNote | ReadyNote>,
	segmentBytes: number,
): UploadState => {
	const isIncoming = note.state === 'incoming';
	const marks = isIncoming ? note.marks : [];
	return {
		fid,
		size: note.size,
		digest: note.digest,
		ready: !isIncoming,
		segmentBytes: marks.length > 0 ? segmentBytes : 0,
		missing: marks.flatMap((mark, at) => (mark === '' ? [at + 1] : [])),
	};
};
