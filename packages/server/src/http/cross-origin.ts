import type { MiddlewareHandler } from 'hono';

/** Whether pages of this origin may ask this server. */
export type IsOriginKnown = (origin: string) => boolean;

const PREFLIGHT: Readonly<Record<string, string>> = {
	'access-control-allow-methods': 'GET, POST',
	'access-control-allow-headers': 'accept, authorization, content-type, operation-id',
	'access-control-max-age': '600',
};

/**
 * Lets pages of other services ask: only origins that are known, never with cookies, which nothing
 * here reads or sets. To any other origin it says nothing, and browsers keep the answer from the page.
 */
export const crossOrigin =
	(isKnown: IsOriginKnown): MiddlewareHandler =>
	async (context, next) => {
		const origin = context.req.header('origin');
		const isAdmitted = origin !== undefined && isKnown(origin);
		if (isAdmitted && context.req.method === 'OPTIONS')
			return new Response(null, {
				status: 204,
				headers: { 'access-control-allow-origin': origin, vary: 'Origin', ...PREFLIGHT },
			});
		await next();
		context.res.headers.append('vary', 'Origin');
		if (isAdmitted) context.res.headers.set('access-control-allow-origin', origin);
		return undefined;
	};
