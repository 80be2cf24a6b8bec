import type { GrantedRight } from '@navette/client';
import type { Entry } from './entry.ts';

/** Access rights held by a key of this device. */
export interface HeldRights {
	/** Seed of the key that holds them, base64url. */
	readonly seed: string;
	/** Account of all of them. */
	readonly account: string;
	/** Ids of the rights. */
	readonly rights: readonly string[];
	/** What they say of themselves, signed by their service, as far as it was heard. */
	readonly granted?: readonly GrantedRight[];
	/** The session they opened last: the seed of its key, and when it is over whatever happens (ms). */
	readonly session?: { readonly seed: string; readonly end: number };
}

/** Name of the service of this application, as it is written in sheets. */
export const SERVICE = 'circuit';

/** Where an access leads: an organisation of a service. */
export interface Place {
	/** Code of the organisation. */
	readonly org: string;
	/** Origin of the service; absent = the one that serves this page. */
	readonly url?: string;
}

interface Kept extends Pick<Entry, 'org' | 'url'> {
	/** What this device calls its place, in addresses too: its code, unless another one had it first. */
	readonly name?: string;
}

/** How somebody enters an organisation: by a token, or by access rights that are presented. */
export type Access =
	| (Kept & { readonly token: string; readonly held?: never })
	| (Kept & { readonly held: HeldRights; readonly token?: never });

/** What this device calls the place of an access. */
export const nameOf = ({ name, org }: Pick<Access, 'name' | 'org'>): string => name ?? org;

/** Whether two accesses lead to one place. */
export const isSamePlace = (one: Place, other: Place): boolean =>
	one.org === other.org && one.url === other.url;

const isHeld = (value: unknown): value is HeldRights => {
	const { seed, rights, account } = (value ?? {}) as Partial<Record<keyof HeldRights, unknown>>;
	return typeof seed === 'string' && typeof account === 'string' && Array.isArray(rights);
};

/** Whether something that a device kept is an access. */
export const isAccess = (value: unknown): value is Access => {
	if (typeof value !== 'object' || value === null) return false;
	const { name, org, token, held, url } = value as Partial<
		Record<'held' | 'name' | keyof Entry, unknown>
	>;
	const isPlace =
		typeof org === 'string' &&
		[name, url].every((one) => one === undefined || typeof one === 'string');
	return isPlace && (typeof token === 'string' || isHeld(held));
};
