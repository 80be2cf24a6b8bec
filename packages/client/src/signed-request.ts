import type { Result } from '@navette/core';
import type { Credential } from './credential.ts';
import type { Transport, TransportAnswer } from './transport.ts';
import { decodeFailure } from './wire.ts';

/** Attempts at one request whose signature alone is refused. */
const ATTEMPTS = 3;

/**
 * Sends bytes with the credential of a session, signed again when the server says that only the
 * signature was not right.
 */
export const sendSigned = async (
	transport: Pick<Transport, 'request'>,
	credential: Credential,
	path: string,
	body: Uint8Array,
	headers: Readonly<Record<string, string>> = {},
	/** What the signature covers instead, for contents whose bytes come as a stream. */
	signed: Uint8Array = body,
): Promise<Result<TransportAnswer, 'offline'>> => {
	for (let attempt = 1; ; attempt++) {
		const authorization = await credential.authorize(path, signed, headers['operation-id']);
		const sent = await transport.request(path, body, { ...headers, authorization });
		if (!sent.ok || sent.value.status !== 401 || attempt === ATTEMPTS) return sent;
		const refused = decodeFailure(sent.value.body);
		if (!refused || !credential.isSignedAgain(refused)) return sent;
	}
};
