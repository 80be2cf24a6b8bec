/** One document of the work: `JSON.stringify` of it is 300 bytes. */
export interface Doc {
	readonly id: string;
	readonly text: string;
}

/** Where a client goes: what the server of the peer said of itself, and a space of documents in it. */
export interface Place {
	readonly address: unknown;
	readonly space: string;
}

/** A device that writes. */
export interface PeerWriter {
	/** What another device of the same account needs in order to read: identities, keys. */
	readonly invite: unknown;
	/** Writes documents; resolves once the server holds all of them, by the peer's own means. */
	push(documents: readonly Doc[]): Promise<void>;
	/** Writes one document again, as an interactive change is written. */
	change(document: Doc): Promise<unknown> | undefined;
	close(): Promise<void>;
}

/** A device that reads: every document in clear, in a map in memory. */
export interface PeerReader {
	text(id: string): string | undefined;
	size(): number;
	close(): Promise<void>;
}

/** What is asked of a new reader. */
export interface Wanted extends Place {
	readonly invite: unknown;
	/** It resolves once it holds this many documents. */
	readonly count: number;
	/** Called when the document that is written again is held with another text. */
	readonly changed: (text: string) => void;
}

/** A sync engine, through the same few verbs as every other. Each role runs in its own process. */
export interface Peer {
	startServer(folder: string): Promise<{ readonly address: unknown; stop(): Promise<void> }>;
	openWriter(place: Place): Promise<PeerWriter>;
	openReader(wanted: Wanted): Promise<PeerReader>;
}

/** Bytes of a document, as JSON. */
const DOC_BYTES = 300;

const LETTERS = 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-_';

/** Texts that compress no better than real words of several people: 6 bits a letter, all different. */
const textOf = (seed: number, length: number): string => {
	let state = (seed * 2_654_435_761 + 97) >>> 0;
	const letters = Buffer.alloc(length);
	for (let at = 0; at < length; at++) {
		state ^= state << 13;
		state ^= state >>> 17;
		state ^= state << 5;
		letters[at] = LETTERS.charCodeAt((state >>> 9) & 63);
	}
	/* in one piece: a text put together letter by letter would be joined in the time of who reads it first */
	return letters.toString('latin1');
};

/** The nth document. `round` makes another text of the same length. */
export const docOf = (n: number, round = 0): Doc => {
	const id = `d${String(n).padStart(5, '0')}`;
	const frame = JSON.stringify({ id, text: '' }).length;
	return { id, text: textOf(n + round * 100_003 + 1, DOC_BYTES - frame) };
};
