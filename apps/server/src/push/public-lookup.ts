import type { LookupAddress, LookupOptions } from 'node:dns';
import { isPublicAddress } from '@navette/news/model';

/** Finds the addresses of a host, all of them, as `dns.lookup` does. */
export type Resolver = (
	host: string,
	options: LookupOptions & { readonly all: true },
	done: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void;

/** Code of the error for a name that leads to an address which is not of the public network. */
export const PRIVATE_ADDRESS = 'E-PRIVATE-ADDRESS';

/**
 * A lookup for one connection: every address found must be public, and the connection goes to one of
 * those, so that a name cannot answer one thing when it is checked and another when it is used.
 */
export const publicLookup =
	(resolve: Resolver) =>
	(
		host: string,
		options: LookupOptions,
		done: (
			error: NodeJS.ErrnoException | null,
			address: string | LookupAddress[],
			family?: number,
		) => void,
	): void =>
		resolve(host, { ...options, all: true }, (error, addresses) => {
			const [first] = addresses ?? [];
			if (error) return done(error, []);
			if (!first || !addresses.every(({ address }) => isPublicAddress(address)))
				return done(Object.assign(new Error(host), { code: PRIVATE_ADDRESS }), []);
			if (options.all) return done(null, addresses);
			return done(null, first.address, first.family);
		});
