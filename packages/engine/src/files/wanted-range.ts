import type { ByteRange } from '@navette/storage';
import type { WantedRange } from './contract.ts';

/** The bytes a wish stands for in a content of `size`, `undefined` when it lies outside. */
export const rangeOf = (size: number, wanted: WantedRange | undefined): ByteRange | undefined => {
	if (!wanted) return { start: 0, end: size };
	if ('last' in wanted)
		return wanted.last > 0 && size > 0
			? { start: Math.max(0, size - wanted.last), end: size }
			: undefined;
	const end = Math.min(size, (wanted.to ?? size - 1) + 1);
	return wanted.from < end ? { start: wanted.from, end } : undefined;
};
