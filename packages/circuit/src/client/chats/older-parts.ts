import { MAX_CHAT_ITEMS } from '../../model/index.ts';

/** Items that leave a full chat together. */
const PART = MAX_CHAT_ITEMS / 2;

/**
 * How many parts may have left a chat in which `written` items were ever written; at most one of them
 * is not there, as automatic items make room for themselves.
 */
export const olderParts = (written: number): number =>
	Math.max(0, Math.ceil((written - MAX_CHAT_ITEMS) / PART));
