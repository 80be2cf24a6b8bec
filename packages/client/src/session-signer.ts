import { bytesToBase64Url } from '@navette/core';
import { hash, type SigningKey, sign } from '@navette/crypto';
import { isInstant } from './told-instant.ts';

/** Signs what a session asks; each counter serves once. */
export interface SessionSigner {
	/** Public key of the session, base64url: its name. */
	readonly session: string;
	/**
	 * What proves that this request is the session's: the `Authorization` header, or a greeting.
	 * `operation` is the id that its header gives, where it runs an operation.
	 */
	authorize(
		method: 'POST' | 'SOCKET',
		path: string,
		body: Uint8Array,
		operation?: string,
	): Promise<string>;
	/**
	 * The clock of the server says this instant now, ms: it is signed by that one from here on. What
	 * cannot be an instant is not learnt: nothing signed by it would be read, its correction neither.
	 */
	learn(now: number): void;
}

/**
 * The signer of a session key; `now` is the clock of the device, ms. Counters begin at the instant of
 * the server: a page that starts again, or another tab, goes on above what was used, and keeps nothing
 * for it. Where they meet all the same (a clock set back), the server says so and the request is signed
 * again.
 */
export const createSessionSigner = (key: SigningKey, now: () => number): SessionSigner => {
	const session = bytesToBase64Url(key.publicKey);
	let offset = 0;
	let counter = 0;
	return {
		session,
		async authorize(method, path, body, operation = '') {
			const time = now() + offset;
			counter = Math.max(counter + 1, time);
			const number = counter;
			const said = [method, path, operation, hash('nv/body', body), session, number, time];
			const signature = bytesToBase64Url(await sign(key, 'nv/req', said));
			return `Navette ${session}.${number}.${time}.${signature}`;
		},
		learn(there) {
			if (isInstant(there)) offset = Math.round(there - now());
		},
	};
};
