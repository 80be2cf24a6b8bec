import * as v from 'valibot';

/** One thing that an account may be. */
export const RightInput = v.strictObject({
	usage: v.pipe(v.string(), v.regex(/^[A-Z]{2,8}$/)),
	subject: v.pipe(v.string(), v.maxLength(200)),
	power: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(9)),
});

export const AccountId = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{1,64}$/));

/** A comment of people. */
export const Label = v.pipe(v.string(), v.maxLength(200));

/** 32 bytes in base64url: a public key, or a hash. */
export const Bytes32Text = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{43}$/));

/** Id of an access right. */
export const RightId = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{22}$/));

export const Instant = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
