import { credentialOf, type SessionSigner, sendSigned } from '@navette/client';
import { decodeCbor, encodeCbor } from '@navette/codec';
import { bytesToBase64Url, err, ok, type Result } from '@navette/core';
import type { DirectoryClientDeps, Fault } from './directory-client-deps.ts';

const codeOf = (value: unknown): string | undefined => {
	const { error } = value as { error?: { code?: unknown } };
	return typeof error?.code === 'string' ? error.code : undefined;
};

/** The result in an answer, still to be checked by whoever reads it, or what the server refused. */
const readAnswer = (bytes: Uint8Array): Result<unknown, Fault> => {
	const decoded = decodeCbor(bytes);
	if (!decoded.ok || typeof decoded.value !== 'object' || decoded.value === null)
		return err({ kind: 'unreadable' });
	const code = codeOf(decoded.value);
	if (code !== undefined) return err({ kind: 'refused', code });
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
