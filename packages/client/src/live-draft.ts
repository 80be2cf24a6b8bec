import type { Log } from '@navette/core';
import type { LocalDraft, LocalDrafts } from '@navette/local-store';
import { type Batch, createCell, type Observable } from './observable.ts';

/** A draft as a screen shows it. */
export interface DraftView {
	/** `loading`: what the device kept was not read yet. */
	readonly status: 'loading' | 'ready';
	/** What was last typed; `undefined` when there is no draft. */
	readonly value?: unknown;
	readonly photos: LocalDraft['photos'];
	/** When, ms, organisation time. */
	readonly changed?: number;
	/** The device could not keep the last change: it is only on this screen. */
	readonly atRisk: boolean;
}

/** A draft that follows the fingers: each change is kept, those that come meanwhile as one. */
export interface LiveDraft extends Observable<DraftView> {
	/** Shows a value at once and keeps it on the device. */
	change(value: unknown): void;
	/** Removes it with its photos: it was sent, or given up. */
	forget(): void;
	/** Resolves when what was changed is kept, or known not to be. */
	settled(): Promise<void>;
	/** Reads again what the device keeps; a value being written stays. */
	readAgain(): Promise<void>;
}

const NONE: DraftView = { status: 'ready', photos: [], atRisk: false };

export const createLiveDraft = (
	name: string,
	deps: {
		readonly store: LocalDrafts;
		readonly now: () => number;
		readonly batch: Batch;
		readonly log: Log;
	},
): LiveDraft => {
	const { store, now } = deps;
	const cell = createCell<DraftView>({ ...NONE, status: 'loading' }, deps.batch);
	let waiting: { readonly value: unknown } | undefined;
	let writing: Promise<void> | undefined;

	const write = async () => {
		while (waiting) {
			const { value } = waiting;
			waiting = undefined;
			const written = await store.write(name, value, now());
			if (!written.ok) deps.log.warn('draft.not-kept', { fault: written.error });
			cell.set({ ...cell.get(), atRisk: !written.ok });
		}
		writing = undefined;
	};
	const keep = (value: unknown) => {
		waiting = { value };
		writing ??= write();
	};

	const readAgain = async () => {
		const kept = await store.read(name);
		const { value, status, atRisk } = cell.get();
		const isAhead = waiting !== undefined || writing !== undefined || atRisk;
		const isTyped = status === 'ready' && isAhead;
		if (!kept && !isTyped) return cell.set(NONE);
		cell.set({
			status: 'ready',
			value: isTyped ? value : (kept?.value ?? undefined),
			photos: kept?.photos ?? [],
			changed: kept?.changed ?? now(),
			atRisk,
		});
	};
	const read = readAgain();

	return {
		get: cell.get,
		subscribe: cell.subscribe,
		change(value) {
			cell.set({ ...cell.get(), status: 'ready', value, changed: now() });
			keep(value);
		},
		forget() {
			cell.set(NONE);
			keep(undefined);
		},
		async settled() {
			await read;
			await writing;
		},
		readAgain,
	};
};
