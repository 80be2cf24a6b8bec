import type { OutboxEntry } from '@navette/client';
import { parseAuthorMark } from '../../model/index.ts';

/** What `E-VU` tells: another person changed the line meanwhile. */
export interface StaleLine {
	/** The quantity there now: halves, or grams in mode P. */
	readonly current: number;
	/** First name of who put it, when he gave one. */
	readonly name?: string;
	/** Whether it was an animator of the group. */
	readonly byAnimator: boolean;
	/** When, ms; absent when the line was removed. */
	readonly at?: number;
}

/** Reads the details of `E-VU`; `undefined` for any other refusal. */
export const staleLineOf = (error: OutboxEntry['error']): StaleLine | undefined => {
	if (error?.code !== 'E-VU') return undefined;
	const { current, par, t } = error.detail ?? {};
	const author = typeof par === 'string' ? parseAuthorMark(par) : undefined;
	return {
		current: typeof current === 'number' ? current : 0,
		byAnimator: author?.right.startsWith('GC/') ?? false,
		...(author?.name === undefined ? {} : { name: author.name }),
		...(typeof t === 'number' ? { at: t } : {}),
	};
};
