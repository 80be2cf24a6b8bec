import { decodeCbor, encodeCbor } from '@navette/codec';
import { equalBytes, err, type Failure, failure, ok, type Result } from '@navette/core';
import type { Account } from '@navette/model';
import type { DocumentReader } from '@navette/storage';

/** Identity of a call: its operation id, and a digest of who asked what. */
export interface CallIdentity {
	readonly operation: string;
	/** 16 bytes or more over account, operation name and input, asked once the account is known. */
	readonly fingerprintFor: (account: Account) => Uint8Array;
}

/** Bytes remembered for a call that succeeded. */
export const answerToStored = (fingerprint: Uint8Array, result: unknown): Uint8Array =>
	encodeCbor([fingerprint, result ?? null]);

/**
 * The result remembered for a repeated call; `undefined` when it never succeeded. `E-REUSED` when
 * the id was used for another call.
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
	const [asked, result] = decoded.value as [Uint8Array, unknown];
	return equalBytes(asked, fingerprint) ? ok({ result }) : err(failure('E-REUSED'));
};
