/** What a link of entry carries, in the part of the address that no server sees. */
export interface Entry {
	readonly org: string;
	readonly token: string;
	/** Origin of its service; absent = the one that serves this page. */
	readonly url?: string;
	/** Follows from words that were said: it is an offer, or nothing. */
	readonly told?: true;
}

const ENTRY = /#\/enter\/([a-z0-9-]{4,16})\/([A-Za-z0-9_.~-]{16,512})\/?$/;

const SPONSOR = /#\/sponsor\/([A-Za-z0-9_-]{22,86})\/?$/;

const originOf = (address: string): string | undefined =>
	URL.canParse(address) ? new URL(address).origin : undefined;

/**
 * The entry in an address, whole or from its `#` on; `undefined` when there is none. A link of another
 * service than the one at `here` says where it is.
 */
export const parseEntry = (address: string, here?: string): Entry | undefined => {
	const [, org, token] = address.trim().match(ENTRY) ?? [];
	if (org === undefined || token === undefined) return undefined;
	const url = here === undefined ? undefined : originOf(address.trim());
	return { org, token, ...(url === undefined || url === here ? {} : { url }) };
};

/** The secret of a sponsorship in an address. */
export const parseSponsor = (address: string): string | undefined =>
	address.trim().match(SPONSOR)?.[1];

/** The address that carries the secret of a sponsorship. */
export const sponsorLinkOf = (origin: string, secret: string): string =>
	`${origin}/#/sponsor/${secret}`;
