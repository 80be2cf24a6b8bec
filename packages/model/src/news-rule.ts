import type { Account } from './account.ts';
import type { Key } from './key.ts';

/** A document that changed on a thread of which somebody wants news. */
export interface NewsChange {
	/** Who would be told. */
	readonly account: Account;
	/** Type of the thread. */
	readonly thread: string;
	readonly type: string;
	readonly key: Key;
	/** What this account sees of it: `null` once deleted, bytes when it is sealed. */
	readonly data: unknown;
	/** Up to when this account has been told, ms, organisation time: what is older is no news. */
	readonly since: number;
}

/** How much a change matters to somebody whose application is closed; absent = not at all. */
export type NewsWeight = 'urgent' | 'news' | undefined;

/** Decides what is news, from what the reader may see. Without a rule, every change is. */
export type NewsRule = (change: NewsChange) => NewsWeight;
