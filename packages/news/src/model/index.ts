export {
	type Endpoint,
	type EndpointFault,
	type EndpointRules,
	parseEndpoint,
} from './endpoint.ts';
export { newsErrors } from './errors.ts';
export { NEWS_LIMITS } from './limits.ts';
export {
	NEWS_PROGRESS_TYPE,
	NEWS_THREAD,
	NEWS_TYPE,
	type ShownSubscription,
	shownSubscription,
} from './news-types.ts';
export { decodePayload, encodePayload, type NewsPayload } from './payload.ts';
export { isPublicAddress } from './public-address.ts';
export { newsServerName } from './server-name.ts';
export {
	type NewsProgress,
	type NewsRequest,
	type NewsSubscription,
	type NewsThread,
	newsRequestSchema,
	subscriptionIdSchema,
} from './subscription.ts';
