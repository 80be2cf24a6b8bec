import { credentialOf, type SessionSigner, sendSigned } from '@navette/client';
import { decodeCbor, encodeCbor } from '@navette/codec';
import { bytesToBase64Url, err, ok, type Result } from '@navette/core';
import * as v from 'valibot';
import type { DirectoryClientDeps, Fault } from './directory-client-deps.ts';

const Refused = v.object({
	code: v.string(),
	detail: v.optional(v.object({ seconds: v.optional(v.number()) })),
});

const refusalIn = (value: unknown): Fault | undefined => {
	const refused = v.safeParse(Refused, (value as { readonly error?: unknown }).error);
	if (!refused.success) return undefined;
	const { code, detail } = refused.output;
	const { seconds } = detail ?? {};
	return { kind: 'refused', code, ...(seconds === undefined ? {} : { seconds }) };
};

/** The result in an answer, still to be checked by whoever reads it, or what the server refused. */
const readAnswer = (bytes: Uint8Array): Result<unknown, Fault> => {
	const decoded = decodeCbor(bytes);
	if (!decoded.ok || typeof decoded.value !== 'object' || decoded.value === null)
		return err({ kind: 'unreadable' });
	const refusal = refusalIn(decoded.value);
	if (refusal) return err(refusal);
	return ok((decoded.value as { result?: unknown }).result);
};

const post = async (
	{ wire, org }: DirectoryClientDeps,
	at: string,
	input: unknown,
	operation: string | undefined,
	signer: SessionSigner | undefined,
): Promise<Result<unknown, Fault>> => {
	const path = `/api/${org}/${at}`;
	const body = encodeCbor(input);
	const headers = operation === undefined ? {} : { 'operation-id': operation };
	const sent = signer
		? await sendSigned(wire, credentialOf({ signer }), path, body, headers)
		: await wire.request(path, body, headers);
	return sent.ok ? readAnswer(sent.value.body) : err({ kind: 'offline' });
};

/** Runs an operation of the directory. One of the same id is done once, however often it is sent. */
export const callDirectory = (
	deps: DirectoryClientDeps,
	name: string,
	input: unknown,
	signer?: SessionSigner,
	id = bytesToBase64Url(deps.random.bytes(16)),
): Promise<Result<unknown, Fault>> => post(deps, `call/${name}`, input, id, signer);

/** Asks a report of the directory. */
export const askDirectory = (
	deps: DirectoryClientDeps,
	name: string,
	input: unknown,
	signer?: SessionSigner,
): Promise<Result<unknown, Fault>> => post(deps, `report/${name}`, input, undefined, signer);
