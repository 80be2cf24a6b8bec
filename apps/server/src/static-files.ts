import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';

/** Policy of the pages: everything from this origin, no inline script or style. */
export const CONTENT_SECURITY_POLICY = [
	"default-src 'none'",
	"script-src 'self'",
	"style-src 'self'",
	"img-src 'self' blob: data:",
	"font-src 'self'",
	"connect-src 'self'",
	"worker-src 'self'",
	"manifest-src 'self'",
	"base-uri 'none'",
	"form-action 'none'",
	"frame-ancestors 'none'",
	"require-trusted-types-for 'script'",
	'trusted-types navette',
].join('; ');

const PAGE_HEADERS: Readonly<Record<string, string>> = {
	'content-security-policy': CONTENT_SECURITY_POLICY,
	'cross-origin-opener-policy': 'same-origin',
	'cross-origin-embedder-policy': 'require-corp',
	'cross-origin-resource-policy': 'same-origin',
	'permissions-policy': 'camera=(self), geolocation=(), microphone=()',
	'referrer-policy': 'no-referrer',
	'x-content-type-options': 'nosniff',
};

const HASHED = /^\/assets\//;

/** Serves the built web application: hashed files for ever, the rest asked again each time. */
export const createStaticFiles = (folder: string): Hono => {
	const files = new Hono();
	files.use('*', async (context, next) => {
		await next();
		for (const [name, value] of Object.entries(PAGE_HEADERS)) context.header(name, value);
		const forEver = HASHED.test(context.req.path) && context.res.status === 200;
		context.header('cache-control', forEver ? 'public, max-age=31536000, immutable' : 'no-cache');
	});
	files.get('*', serveStatic({ root: folder }));
	files.get('*', serveStatic({ root: folder, path: 'index.html' }));
	return files;
};
