import { API_HEADERS } from '@navette/server';

/**
 * Headers of every answer that leaves the port, whoever wrote it; a page has its own policy instead of
 * the one here. Over TLS, browsers are told to come back by TLS only, for a year.
 */
export const baseHeaders = (isOverTls: boolean): ReadonlyMap<string, string> =>
	new Map([
		...Object.entries(API_HEADERS),
		['cross-origin-opener-policy', 'same-origin'],
		...(isOverTls
			? ([['strict-transport-security', 'max-age=31536000; includeSubDomains']] as const)
			: []),
	]);
