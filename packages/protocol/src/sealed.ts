import * as v from 'valibot';

const Bytes = v.custom<Uint8Array>((value) => value instanceof Uint8Array);

/** A request as it is inside its seal: nobody between the device and the service reads any of it. */
export const SealedRequest = v.strictObject({
	/** Address below the origin, with what follows `?`; below `/api/`. */
	path: v.pipe(v.string(), v.maxLength(2_000), v.startsWith('/api/')),
	headers: v.strictObject({
		authorization: v.optional(v.pipe(v.string(), v.maxLength(500))),
		'operation-id': v.optional(v.pipe(v.string(), v.maxLength(100))),
	}),
	body: Bytes,
	/** Clock of the sender, ms. */
	time: v.pipe(v.number(), v.safeInteger()),
	/** 16 random bytes: the same are heard once. */
	nonce: v.pipe(
		Bytes,
		v.check(({ length }) => length === 16, '16 bytes'),
	),
});
export type SealedRequest = v.InferOutput<typeof SealedRequest>;

/** The answer inside its seal. */
export const SealedAnswer = v.strictObject({
	status: v.pipe(v.number(), v.integer(), v.minValue(100), v.maxValue(599)),
	body: Bytes,
});
export type SealedAnswer = v.InferOutput<typeof SealedAnswer>;

/** Where requests sealed to a service are posted. */
export const sealedPath = (service: string): string => `/api/sealed/${service}`;

/** Context under which both are sealed. */
export const sealedContext = (service: string, what: 'answered' | 'asked'): readonly string[] => [
	...['sealed', service, what],
];
