import { decodeCbor, encodeCbor } from '@navette/codec';
import type { LooseBlob } from '@navette/storage';

/** What is announced of a content before its bytes come. */
export interface AnnouncedContent {
	/** Bytes. */
	readonly size: number;
	/** SHA-256, unpadded base64url. */
	readonly digest: string;
}

/** A content on its way in: its bytes come, whole or in segments. */
export interface IncomingNote extends AnnouncedContent {
	readonly state: 'incoming';
	/** Who announced it, and alone may send it and attach it. */
	readonly account: string;
	/** The upload in segments, once it is open. */
	readonly upload?: string;
	/** Marks of the segments that came, empty for those that did not. */
	readonly marks: readonly string[];
}

/** A content whose bytes are in the store, with the size and digest announced. */
export interface ReadyNote extends AnnouncedContent {
	readonly state: 'ready';
	readonly account: string;
}

/** A content on its way out: nothing may be done with it any more. */
export interface DoomedNote {
	readonly state: 'doomed';
}

export type LooseNote = IncomingNote | ReadyNote | DoomedNote;

/** A loose content with its note opened. */
export interface OpenLoose<Note extends LooseNote = LooseNote> {
	readonly fid: string;
	readonly folder: string;
	readonly since: number;
	readonly note: Note;
}

/** A row from the store, where the engine alone writes. */
export const openLoose = (row: LooseBlob): OpenLoose => {
	const decoded = decodeCbor(row.note);
	if (!decoded.ok) throw new Error(`the note of a content is ${decoded.error}`);
	return { ...row, note: decoded.value as LooseNote };
};

/** Bytes that a loose content counts for: none once it is on its way out, or was never noted. */
export const announcedBytes = (row: LooseBlob | undefined): number => {
	const note = row && openLoose(row).note;
	return note && note.state !== 'doomed' ? note.size : 0;
};

export const looseToRow = (loose: OpenLoose): LooseBlob => ({
	...loose,
	note: encodeCbor(loose.note),
});
