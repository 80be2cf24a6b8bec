import { err, type Failure, failure, ok, type Result, utf8ToBytes } from '@navette/core';
import type { Caller } from '@navette/engine';
import { sessionHolder } from './session-holder.ts';
import { parseSignedRequest, type SignedRequests } from './signed-request.ts';
import { bearerOf, holderOf, NOBODY } from './token.ts';

/** Account of whoever says nothing of himself. */
export const STRANGER_ID = 'public';

/** Somebody who says nothing of himself: without a right, admitted only where `public` is said. */
export const STRANGER: Caller = () => ({ id: STRANGER_ID, rights: [] });

/** Whoever an account's `credential` named, as the store knows it now; nobody once it is withdrawn. */
export const callerOf = (credential: string): Caller => {
	const [scheme, name] = credential.split(':', 2);
	if (name === undefined) return NOBODY;
	if (scheme === 'access') return holderOf(name);
	return scheme === 'session' ? sessionHolder(name) : NOBODY;
};

/** Who greets on a socket, once what the greeting shows was checked. */
export interface Greeted {
	/** What his allowance is counted by. */
	readonly name: string;
	readonly caller: Caller;
	/** Over at an instant of its own, without anybody withdrawing it: it is asked again from time to time. */
	readonly expires?: true;
}

/** Whether a greeting names a session that is still to prove that it is the one. */
export const namesSession = (shown: string): boolean => /^Navette [A-Za-z0-9_-]{43}$/.test(shown);

/**
 * Who shows this in the greeting of a socket: a bearer's token, or a signature over the
 * path of the socket and the nonce that this socket was given, so that it is worth nothing on any other.
 */
export const greetedBy = async (
	checks: SignedRequests,
	org: string,
	shown: string,
	nonce: string | undefined,
): Promise<Result<Greeted, Failure>> => {
	if (!shown.startsWith('Navette ')) return ok({ name: shown, caller: bearerOf(shown) });
	const signed = parseSignedRequest(shown);
	if (!signed || nonce === undefined) return err(failure('E-TOKEN'));
	const path = `/api/${org}/socket`;
	const asked = { org, method: 'SOCKET', path, operation: '', body: utf8ToBytes(nonce) };
	const refused = await checks.check(signed, asked);
	if (refused) return err(refused);
	return ok({ name: signed.session, caller: sessionHolder(signed.session), expires: true });
};
