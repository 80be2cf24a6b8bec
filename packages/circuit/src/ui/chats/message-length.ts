/** Longest message, in UTF-16 units. */
export const MAX_MESSAGE = 2_000;
