import { decodeCbor, encodeCbor } from '@navette/codec';
import { bytesToBase64Url, type Clock, err, ok, type Random, type Result } from '@navette/core';
import type { WireError } from '@navette/protocol';
import { localError } from './local-error.ts';
import type { Transport } from './transport.ts';
import { decodeFailure } from './wire.ts';

/** What speaks with a server before there is a session. */
export interface StrangerDeps {
	readonly transport: Pick<Transport, 'request'>;
	readonly clock: Clock;
	readonly random: Random;
}

const post = async (
	{ transport }: StrangerDeps,
	path: string,
	input: unknown,
	headers: Readonly<Record<string, string>>,
): Promise<Result<unknown, WireError>> => {
	const sent = await transport.request(path, encodeCbor(input), headers);
	if (!sent.ok) return err(localError('E-OFFLINE'));
	const { status, body } = sent.value;
	if (status !== 200) return err(decodeFailure(body) ?? localError('E-OFFLINE'));
	const answer = decodeCbor(body);
	return answer.ok
		? ok((answer.value as { readonly result?: unknown }).result)
		: err(localError('E-DEFECT'));
};

/** Runs an operation that says `public`; the result is still to be checked. */
export const callPublic = (deps: StrangerDeps, org: string, name: string, input: unknown) =>
	post(deps, `/api/${org}/call/${name}`, input, {
		'operation-id': bytesToBase64Url(deps.random.bytes(16)),
	});

/** Asks a report that says `public`; the result is still to be checked. */
export const askPublic = (deps: StrangerDeps, org: string, name: string, input: unknown) =>
	post(deps, `/api/${org}/report/${name}`, input, {});
