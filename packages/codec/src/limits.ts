/** Why bytes are not a value we accept. */
export type CodecError = 'malformed' | 'too-deep' | 'not-canonical';

/** Deepest nesting of arrays and maps accepted anywhere. */
export const MAX_DEPTH = 32;
