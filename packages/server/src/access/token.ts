import { createHash } from 'node:crypto';
import type { Caller } from '@navette/engine';
import type { AccessData } from './access-types.ts';

/** Hash under which an access is stored (SHA-256 of the token's UTF-8, hexadecimal). */
export const hashOfToken = (token: string): string =>
	createHash('sha256').update(token, 'utf8').digest('hex');

/** Nobody. */
export const NOBODY: Caller = () => undefined;

/** Whoever holds a token, as the store knows it when asked: a revoked access is nobody at once. */
export const bearerOf = (token: string): Caller => holderOf(hashOfToken(token));

/** As `bearerOf`, from the hash of the token. */
export const holderOf =
	(hash: string): Caller =>
	async (source) => {
		const access = await source.read<AccessData>('ACCESS', { hash });
		return access && { id: access.account, rights: access.rights, credential: `access:${hash}` };
	};

/** The token of an `Authorization` header, or `undefined`. */
export const tokenOfHeader = (header: string | null): string | undefined =>
	/^Bearer ([A-Za-z0-9._~+/=-]{16,512})$/.exec(header ?? '')?.[1];
