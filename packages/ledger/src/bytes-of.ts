import * as v from 'valibot';

/** Exactly `length` bytes. */
export const bytesOf = (length: number) =>
	v.custom<Uint8Array>((value) => value instanceof Uint8Array && value.length === length);

/** Bytes, at most `limit` of them. */
export const bytesUpTo = (limit: number) =>
	v.custom<Uint8Array>((value) => value instanceof Uint8Array && value.length <= limit);

/** A safe integer, zero or more. */
export const Count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

/** A short text. */
export const Word = v.pipe(v.string(), v.minLength(1), v.maxLength(120));

export const ID_LENGTH = 20;
export const HASH_LENGTH = 32;

/** 20 bytes: the hash of an identity's genesis. */
export const Id = bytesOf(ID_LENGTH);
/** 32 bytes. */
export const Hash = bytesOf(HASH_LENGTH);
