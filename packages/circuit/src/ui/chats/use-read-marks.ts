import { useDraft } from '@navette/ui';
import { useCallback } from 'react';

type Marks = Readonly<Record<string, number>>;

const isMarks = (value: unknown): value is Marks => typeof value === 'object' && value !== null;

/** Until when each chat was read on this device, by `right chat`. */
export interface ReadMarks {
	/** ms; 0 = never; `undefined` = the device has not been asked yet. */
	of(name: string): number | undefined;
	mark(name: string, until: number): void;
}

/** What was read on this device, kept sealed beside its drafts: the server never learns it. */
export function useReadMarks(right: string): ReadMarks {
	const draft = useDraft(`chats-read ${right}`);
	const { value, status, change } = draft;
	const marks = isMarks(value) ? value : {};
	const mark = useCallback(
		(name: string, until: number) => {
			const known = isMarks(value) ? value : {};
			if (status === 'ready' && (known[name] ?? 0) < until) change({ ...known, [name]: until });
		},
		[value, status, change],
	);
	return { of: (name) => (status === 'ready' ? (marks[name] ?? 0) : undefined), mark };
}
