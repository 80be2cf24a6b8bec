/**
 * Below this, ms (year 5138), a counter that begins there keeps the 15 digits that a signature has room
 * for, whatever is asked after it.
 */
const END = 1e14;

/** Whether what a server says of its clock can be an instant: what is none is not believed. */
export const isInstant = (told: unknown): told is number =>
	typeof told === 'number' && told >= 0 && told < END;
