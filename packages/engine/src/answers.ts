import { decodeCbor, encodeCbor } from '@navette/codec';
import {
	equalBytes,
	err,
	type Failure,
	type FailureDetail,
	failure,
	ok,
	type Result,
} from '@navette/core';
import type { Account } from '@navette/model';
import type { DocumentReader } from '@navette/storage';

/** Identity of a call: its operation id, and a digest of who asked what. */
export interface CallIdentity {
	readonly operation: string;
	/** 16 bytes or more over account, operation name and input, asked once the account is known. */
	readonly fingerprintFor: (account: Account) => Uint8Array;
	/**
	 * Whether a refusal is the last word on this call: then it is remembered, and a copy of the request
	 * that arrives later is answered the same. Never unless told.
	 */
	readonly isLast?: (refused: Failure, account: Account) => boolean;
}

/** Bytes remembered for a call that succeeded. */
export const answerToStored = (fingerprint: Uint8Array, result: unknown): Uint8Array =>
	encodeCbor([fingerprint, result ?? null]);

/** Bytes remembered for a call that was refused. */
export const refusalToStored = (fingerprint: Uint8Array, { code, detail }: Failure): Uint8Array =>
	encodeCbor([fingerprint, null, code, detail ?? {}]);

type Stored = [asked: Uint8Array, result: unknown, code?: string, detail?: FailureDetail];

/**
 * The result remembered for a repeated call, or the refusal that was its last word; `undefined` when
 * nothing is remembered. `E-REUSED` when the id was used for another call.
 */
export const recallAnswer = async (
	reader: DocumentReader,
	operation: string,
	fingerprint: Uint8Array,
): Promise<Result<{ readonly result: unknown } | undefined, Failure>> => {
	const stored = await reader.answer(operation);
	if (!stored) return ok(undefined);
	const decoded = decodeCbor(stored);
	if (!decoded.ok) throw new Error(`stored answer is ${decoded.error}`);
	const [asked, result, code, detail = {}] = decoded.value as Stored;
	if (!equalBytes(asked, fingerprint)) return err(failure('E-REUSED'));
	if (code === undefined) return ok({ result });
	return err(Object.keys(detail).length > 0 ? failure(code, detail) : failure(code));
};
