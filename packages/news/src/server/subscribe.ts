import { createHash } from 'node:crypto';
import { err, failure, ok } from '@navette/core';
import type { OperationContext } from '@navette/engine';
import { anybody, defineOperation, done, type OperationDefinition } from '@navette/server';
import * as v from 'valibot';
import {
	type EndpointRules,
	NEWS_LIMITS,
	type NewsProgress,
	type NewsRequest,
	type NewsSubscription,
	newsRequestSchema,
	parseEndpoint,
	subscriptionIdSchema,
} from '../model/index.ts';

const DAY = 86_400_000;

const EXAMPLE: NewsRequest & { readonly versions: Readonly<Record<string, number>> } = {
	id: 'c3Vic2NyaXB0aW9uLTAwMQ',
	device: 'Firefox, Linux',
	endpoint: 'https://updates.push.services.mozilla.com/wpush/v2/gAAAAAB',
	p256dh: `B${'A'.repeat(86)}`,
	auth: 'A'.repeat(22),
	threads: [{ reference: 'dGhyZWFkLXJlZmVyZW5jZQ', types: ['CHCO'] }],
	versions: { dGhyZWFkLXJlZmVyZW5jZQ: 12 },
	days: 60,
};

const placeOf = (endpoint: string): string =>
	createHash('sha256').update(endpoint).digest('base64url');

/** Removes what one subscription left. */
export const removeSubscription = async (
	context: OperationContext,
	key: { readonly account: string; readonly id: string },
): Promise<void> => {
	await context.remove('NEWS', key);
	await context.remove('NEWSAT', key);
};

/** What a new request makes obsolete: other accounts on its device, and the oldest of too many. */
const obsolete = async (
	context: OperationContext,
	request: NewsRequest,
): Promise<readonly { account: string; id: string }[]> => {
	const { account } = context;
	const isOther = (key: Readonly<Record<string, string>>) =>
		key.account !== account.id || key.id !== request.id;
	const place = placeOf(request.endpoint);
	const onDevice = await context.byProperty('NEWS', 'place', { min: place, max: place });
	const mine = await context.byGrouping<NewsSubscription>('NEWS', 'account', {
		account: account.id,
	});
	const others = mine
		.filter(({ key }) => key.id !== request.id)
		.sort((a, b) => b.data.until - a.data.until);
	const tooMany = others.slice(NEWS_LIMITS.subscriptionsPerAccount - 1);
	return [...onDevice.filter(({ key }) => isOther(key)), ...tooMany].map(({ key }) => ({
		account: key.account ?? '',
		id: key.id ?? '',
	}));
};

/** What has been told of the threads asked for: what the device holds, or what was told already. */
const progressOf = (
	before: NewsProgress | undefined,
	request: NewsRequest,
	versions: Readonly<Record<string, number>>,
	now: number,
): NewsProgress => {
	const told = request.threads.map(
		({ reference }) =>
			[reference, Math.max(before?.told[reference] ?? 0, versions[reference] ?? 0)] as const,
	);
	return {
		told: Object.fromEntries(told),
		since: now,
		sent: before?.sent ?? 0,
		failures: 0,
		next: 0,
	};
};

/** `news.subscribe`: a device asks for news of some threads, in place of what it asked before. */
export const subscribeOperation = (rules: EndpointRules): OperationDefinition =>
	defineOperation({
		name: 'news.subscribe',
		about: 'Asks that a device be told of changes of some threads while the application is closed.',
		input: v.strictObject({
			...newsRequestSchema.entries,
			/** Version the device holds of each thread: what is older is no news to it. */
			versions: v.record(v.string(), v.pipe(v.number(), v.safeInteger(), v.minValue(0))),
		}),
		example: EXAMPLE,
		who: anybody,
		async handler(context, { versions, ...request }) {
			const endpoint = parseEndpoint(request.endpoint, rules);
			if (!endpoint.ok) return err(failure('E-NEWS-ENDPOINT', { reason: endpoint.error }));
			const { credential, id: account } = context.account;
			if (credential === undefined) return err(failure('E-RIGHT'));
			const { id, days, ...asked } = request;
			const key = { account, id };
			const gone = await obsolete(context, request);
			const before = await context.read<NewsSubscription>('NEWS', key);
			const progress = await context.read<NewsProgress>('NEWSAT', key);
			for (const other of gone) await removeSubscription(context, other);
			const stored: NewsSubscription = {
				...asked,
				credential,
				place: placeOf(asked.endpoint),
				created: before?.created ?? context.now,
				until: context.now + days * DAY,
			};
			await context.write('NEWS', key, stored);
			await context.write('NEWSAT', key, progressOf(progress, request, versions, context.now));
			return ok({ until: stored.until });
		},
	});

/** `news.unsubscribe`: a device, or another of the same account, asks to be told no more. */
export const unsubscribeOperation = defineOperation({
	name: 'news.unsubscribe',
	about: 'Ends a subscription of the caller, on this device or another.',
	input: v.strictObject({ id: subscriptionIdSchema }),
	example: { id: EXAMPLE.id },
	who: anybody,
	async handler(context, { id }) {
		await removeSubscription(context, { account: context.account.id, id });
		return done;
	},
});
