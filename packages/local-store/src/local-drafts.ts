import type { Result } from '@navette/core';
import type { LocalStoreFault } from './local-store.ts';

/** A photo, or another content kept beside a draft. */
export interface DraftPhoto {
	/** Position within its draft; never used twice. */
	readonly position: number;
	/** What it is (name, media type): plain data. */
	readonly about: unknown;
}

/** What somebody typed and has not sent. */
export interface LocalDraft {
	/** ms, clock of the device. */
	readonly changed: number;
	/** What the screen keeps of it: plain data. */
	readonly value: unknown;
	readonly photos: readonly DraftPhoto[];
}

/** A draft in the list of those kept. */
export interface DraftMark {
	readonly name: string;
	/** ms, clock of the device. */
	readonly changed: number;
}

/** What somebody typed and has not sent, with photos: as durable and as sealed as the rest. */
export interface LocalDrafts {
	/** The drafts kept, the last changed first. */
	list(): Promise<readonly DraftMark[]>;
	/** A draft, without the contents of its photos. */
	read(name: string): Promise<LocalDraft | undefined>;
	/** Keeps what was typed; `undefined` removes the draft and its photos. */
	write(name: string, value: unknown, changed: number): Promise<Result<void, LocalStoreFault>>;
	/** Adds a photo to a draft, made if need be; answers its position. */
	addPhoto(
		name: string,
		photo: { readonly about: unknown; readonly bytes: Uint8Array },
		changed: number,
	): Promise<Result<number, LocalStoreFault>>;
	/** The content of a photo. */
	readPhoto(name: string, position: number): Promise<Uint8Array | undefined>;
	/** Takes a photo away from a draft. */
	removePhoto(name: string, position: number): Promise<Result<void, LocalStoreFault>>;
}
