import type { Random } from '@navette/core';

const FIRST_MS = 500;
const LONGEST_MS = 30_000;

/** A fraction in [0, 1). */
const fraction = (random: Random): number => {
	const [a = 0, b = 0] = random.bytes(2);
	return (a * 256 + b) / 65_536;
};

/**
 * How long to wait before trying again after so many failures in a row (from 1), ms: doubled each
 * time up to 30 s, then between half and all of it, so that devices cut off together do not come
 * back together.
 */
export const backoffDelay = (failures: number, random: Random): number => {
	const longest = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(failures - 1, 16));
	return Math.round(longest * (0.5 + fraction(random) / 2));
};

/** Wait that an error asks for, ms: the seconds of its detail, or what `otherwise` says. */
export const delayOf = (
	detail: Readonly<Record<string, unknown>> | undefined,
	otherwise: number,
): number => {
	const seconds = detail?.seconds;
	return typeof seconds === 'number' && seconds > 0 ? seconds * 1_000 : otherwise;
};
