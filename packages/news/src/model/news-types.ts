import type { DocumentType, ThreadType } from '@navette/model';
import type { NewsProgress, NewsSubscription } from './subscription.ts';

/** Thread on which an account sees its subscriptions, on any of its devices. */
export const NEWS_THREAD: ThreadType = { name: 'NEWS', key: ['account'] };

/** A subscription: which device is told of which threads. */
export const NEWS_TYPE: DocumentType = {
	name: 'NEWS',
	key: ['account', 'id'],
	groupings: { account: ['account'] },
	properties: {
		/** One device is told once, whoever subscribes on it. */
		place: { kind: 'string', of: (_key, data) => (data as NewsSubscription).place },
	},
	threads: ['NEWS'],
	sealing: 'clear',
	shape: 1,
};

/** How far a subscription has been told; attached to nothing, so that telling wakes nobody. */
export const NEWS_PROGRESS_TYPE: DocumentType = {
	name: 'NEWSAT',
	key: ['account', 'id'],
	properties: { next: { kind: 'number', of: (_key, data) => (data as NewsProgress).next } },
	threads: [],
	sealing: 'clear',
	shape: 1,
};

/** What a device sees of a subscription: never where it is sent, nor with which keys. */
export interface ShownSubscription {
	readonly device: string;
	readonly threads: NewsSubscription['threads'];
	readonly created: number;
	readonly until: number;
}

/** Cuts a subscription to what is shown. */
export const shownSubscription = (data: unknown): ShownSubscription => {
	const { device, threads, created, until } = data as NewsSubscription;
	return { device, threads, created, until };
};
