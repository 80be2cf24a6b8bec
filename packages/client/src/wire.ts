import { decodeCborInPlace, encodeCbor } from '@navette/codec';
import { err, ok, type Result } from '@navette/core';
import { type ClientFrame, ServerFrame, WireError } from '@navette/protocol';
import * as v from 'valibot';

/**
 * A value of a schema from CBOR bytes. The schema runs once per body: 10,000 documents cost about
 * 10 ms, less than decoding them, so documents need no check of their own.
 */
export const decodeAs = <Schema extends v.GenericSchema>(
	schema: Schema,
	bytes: Uint8Array,
): Result<v.InferOutput<Schema>, 'unreadable'> => {
	const decoded = decodeCborInPlace(bytes);
	if (!decoded.ok) return err('unreadable');
	const parsed = v.safeParse(schema, decoded.value);
	return parsed.success ? ok(parsed.output) : err('unreadable');
};

/** A frame from the server. */
export const decodeServerFrame = (bytes: Uint8Array): Result<ServerFrame, 'unreadable'> =>
	decodeAs(ServerFrame, bytes);

/** Bytes of a frame to the server. */
export const encodeClientFrame = (frame: ClientFrame): Uint8Array => encodeCbor(frame);

const Failed = v.object({ error: WireError });

/** The error of an HTTP answer, if it holds one. */
export const decodeFailure = (bytes: Uint8Array): WireError | undefined => {
	const failed = decodeAs(Failed, bytes);
	return failed.ok ? failed.value.error : undefined;
};
