import { useRef } from 'react';

/** The object given before as long as it says the same: what depends on it is not done again. */
export function useKept<T>(value: T, isSame: (before: T, now: T) => boolean): T {
	const kept = useRef(value);
	if (kept.current !== value && !isSame(kept.current, value)) kept.current = value;
	return kept.current;
}

/** Whether two lists hold the same values in the same order. */
export const isSameList = <T>(before: readonly T[], now: readonly T[]): boolean =>
	before.length === now.length && before.every((one, at) => one === now[at]);
