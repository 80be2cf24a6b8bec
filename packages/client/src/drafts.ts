import { err, type Log, type Result } from '@navette/core';
import type { DraftMark, LocalDrafts } from '@navette/local-store';
import type { WireError } from '@navette/protocol';
import { createLiveDraft, type LiveDraft } from './live-draft.ts';
import { localError } from './local-error.ts';
import type { Batch } from './observable.ts';

/** What is typed on this device and not sent. */
export interface Drafts {
	/** The drafts kept, the last changed first. */
	list(): Promise<readonly DraftMark[]>;
	/** A draft, made when something is first written in it. Screens of one draft share it. */
	open(name: string): LiveDraft;
	/** The content of a photo. */
	readPhoto(name: string, position: number): Promise<Uint8Array | undefined>;
	/** Keeps a photo beside a draft. `E-DEVICE`: no room, nothing was kept. */
	addPhoto(name: string, about: unknown, bytes: Uint8Array): Promise<Result<void, WireError>>;
	removePhoto(name: string, position: number): Promise<void>;
}

export const createDrafts = (deps: {
	readonly store: LocalDrafts;
	readonly now: () => number;
	readonly batch: Batch;
	readonly log: Log;
}): Drafts => {
	const { store, now } = deps;
	const open = new Map<string, LiveDraft>();
	const draft = (name: string): LiveDraft => {
		const one = open.get(name) ?? createLiveDraft(name, deps);
		open.set(name, one);
		return one;
	};
	return {
		list: () => store.list(),
		open: draft,
		readPhoto: (name, position) => store.readPhoto(name, position),
		async addPhoto(name, about, bytes) {
			const added = await store.addPhoto(name, { about, bytes }, now());
			await draft(name).readAgain();
			return added.ok ? { ok: true, value: undefined } : err(localError('E-DEVICE'));
		},
		async removePhoto(name, position) {
			await store.removePhoto(name, position);
			await draft(name).readAgain();
		},
	};
};
