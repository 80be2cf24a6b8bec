import { err, failure, ok } from '@navette/core';
import type { AccessPolicy } from '@navette/engine';
import { anybody, defineReport, type ServerApplication } from '@navette/server';
import * as v from 'valibot';
import {
	type EndpointRules,
	NEWS_PROGRESS_TYPE,
	NEWS_THREAD,
	NEWS_TYPE,
	newsErrors,
	shownSubscription,
} from '../model/index.ts';
import { subscribeOperation, unsubscribeOperation } from './subscribe.ts';

const policy: AccessPolicy = {
	thread: (_source, account, { type, key }) =>
		type === 'NEWS' && key.account === account.id
			? { NEWS: { project: { name: 'shown', apply: shownSubscription } } }
			: undefined,
	dependsOn: [],
};

/** News, as an application of the framework. `publicKey` is absent where no push is sent. */
export const newsApplication = (options: {
	readonly publicKey?: string;
	readonly rules: EndpointRules;
}): ServerApplication => ({
	name: 'news',
	documents: [NEWS_TYPE, NEWS_PROGRESS_TYPE],
	threads: [NEWS_THREAD],
	policy,
	operations: [subscribeOperation(options.rules), unsubscribeOperation],
	reports: [
		defineReport({
			name: 'news.server',
			about: 'The key by which push services know this server, needed to subscribe.',
			input: v.strictObject({}),
			example: {},
			who: anybody,
			handler: () =>
				options.publicKey === undefined
					? err(failure('E-NEWS-OFF'))
					: ok({ publicKey: options.publicKey }),
		}),
	],
	errors: newsErrors,
	/** A device that is told of a change of its own subscriptions would learn nothing. */
	news: () => undefined,
});
