import type { Entry } from './entry.ts';

/** Access rights held by a key of this device. */
export interface HeldRights {
	/** Seed of the key that holds them, base64url. */
	readonly seed: string;
	/** Account of all of them. */
	readonly account: string;
	/** Ids of the rights. */
	readonly rights: readonly string[];
	/** The session they opened last: the seed of its key, and when it is over whatever happens (ms). */
	readonly session?: { readonly seed: string; readonly end: number };
}

/** How somebody enters an organisation: by a token, or by access rights that are presented. */
export type Access =
	| (Entry & { readonly held?: never })
	| (Omit<Entry, 'token'> & { readonly held: HeldRights; readonly token?: never });

const isHeld = (value: unknown): value is HeldRights => {
	const { seed, rights, account } = (value ?? {}) as Partial<Record<keyof HeldRights, unknown>>;
	return typeof seed === 'string' && typeof account === 'string' && Array.isArray(rights);
};

/** Whether something that a device kept is an access. */
export const isAccess = (value: unknown): value is Access => {
	if (typeof value !== 'object' || value === null) return false;
	const { org, token, held, url } = value as Partial<Record<'held' | keyof Entry, unknown>>;
	const isPlace = typeof org === 'string' && (url === undefined || typeof url === 'string');
	return isPlace && (typeof token === 'string' || isHeld(held));
};
