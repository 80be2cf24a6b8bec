import { utf8ToBytes } from '@navette/core';
import type { WireError } from '@navette/protocol';
import { localError } from './local-error.ts';
import type { SessionSigner } from './session-signer.ts';
import { isInstant } from './told-instant.ts';

/** Who asks: by a token that the server knows by its hash, or by a session key that signs. */
export type Access =
	| { readonly token: string; readonly signer?: never }
	| { readonly signer: SessionSigner; readonly token?: never };

/** How requests and sockets of a session show who asks. */
export interface Credential {
	/** The `Authorization` header of a request; `operation` is the id that its header gives. */
	authorize(path: string, body: Uint8Array, operation?: string): Promise<string>;
	/** First words on a socket. */
	readonly greeting: string;
	/** Answers what the server asks of a greeting, or `undefined` when there is nothing to answer. */
	prove(path: string, nonce: string, now: number): Promise<string | undefined>;
	/** Whether a refusal is of the signature alone: the same request, signed again, may pass. */
	isSignedAgain(error: WireError): boolean;
	/** A refusal in the words of this access. */
	inWords(error: WireError): WireError;
}

const ofToken = (token: string): Credential => ({
	authorize: async () => `Bearer ${token}`,
	greeting: token,
	prove: async () => undefined,
	isSignedAgain: () => false,
	inWords: (error) => error,
});

const ofSigner = (signer: SessionSigner): Credential => ({
	authorize: (path, body, operation) => signer.authorize('POST', path, body, operation),
	greeting: `Navette ${signer.session}`,
	prove(path, nonce, now) {
		signer.learn(now);
		return signer.authorize('SOCKET', path, utf8ToBytes(nonce));
	},
	isSignedAgain(error) {
		const now = error.detail?.now;
		if (error.code === 'E-CLOCK' && isInstant(now)) signer.learn(now);
		return error.code === 'E-CLOCK' || error.code === 'E-COUNTER';
	},
	inWords: (error) => (error.code === 'E-TOKEN' ? localError('E-ENDED') : error),
});

/** The credential of an access. */
export const credentialOf = ({ token, signer }: Access): Credential =>
	signer ? ofSigner(signer) : ofToken(token);
