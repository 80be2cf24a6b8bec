import { useDraft } from '@navette/ui';
import { useMemo } from 'react';

/** Ticks of a list that only this device keeps. */
export interface Ticks {
	readonly ticked: ReadonlySet<string>;
	toggle(code: string): void;
	put(codes: readonly string[]): void;
}

const codesOf = (value: unknown): readonly string[] =>
	Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];

/** The ticks of a name, kept sealed on the device: a closed tab loses none. */
export function useTicks(name: string): Ticks {
	const draft = useDraft(name);
	const ticked = useMemo(() => new Set(codesOf(draft.value)), [draft.value]);
	const put = (codes: readonly string[]) =>
		codes.length === 0 ? draft.forget() : draft.change([...codes]);
	return {
		ticked,
		put,
		toggle: (code) =>
			put(ticked.has(code) ? [...ticked].filter((one) => one !== code) : [...ticked, code]),
	};
}
