import type { Drafts, DraftView } from '@navette/client';
import { useMemo } from 'react';
import { useSession } from './session-context.tsx';
import { useObservable } from './use-observable.ts';

/** A draft and what a screen does with it. */
export interface DraftHandle extends DraftView {
	/** Shows what was typed and keeps it, sealed, on the device. */
	change(value: unknown): void;
	/** It was sent, or given up: nothing of it stays, photos included. */
	forget(): void;
	addPhoto(about: unknown, bytes: Uint8Array): ReturnType<Drafts['addPhoto']>;
	removePhoto(position: number): void;
}

/** The draft of a name, as the device kept it and as it is typed: a closed tab loses nothing. */
export function useDraft(name: string): DraftHandle {
	const { drafts } = useSession();
	const draft = useMemo(() => drafts.open(name), [drafts, name]);
	const view = useObservable(draft);
	return useMemo(
		() => ({
			...view,
			change: draft.change,
			forget: draft.forget,
			addPhoto: (about, bytes) => drafts.addPhoto(name, about, bytes),
			removePhoto: (position) => void drafts.removePhoto(name, position),
		}),
		[view, draft, drafts, name],
	);
}
