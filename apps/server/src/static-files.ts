import { serveStatic } from '@hono/node-server/serve-static';
import { contentSecurityPolicyOf } from '@navette/web/csp';
import { Hono } from 'hono';

const PAGE_HEADERS: Readonly<Record<string, string>> = {
	'cross-origin-opener-policy': 'same-origin',
	'cross-origin-embedder-policy': 'require-corp',
	'cross-origin-resource-policy': 'same-origin',
	'permissions-policy': 'camera=(self), geolocation=(), microphone=()',
	'referrer-policy': 'no-referrer',
	'x-content-type-options': 'nosniff',
};

const HASHED = /^\/assets\//;

/** A path that names a file: absent, it is absent, and no page stands for it. */
const FILE = /^\/assets\/|\.(css|html|ico|js|json|map|png|svg|txt|webmanifest|woff2)$/;

/**
 * Serves the built web application: hashed files for ever, the rest asked again each time. A file that
 * has a compressed one beside it (`.br`, `.gz`) is sent compressed to who asks for it.
 */
export const createStaticFiles = (
	folder: string,
	/** Origins of other services that its pages may ask. */
	services: () => readonly string[] = () => [],
): Hono => {
	const files = new Hono();
	files.use('*', async (context, next) => {
		await next();
		for (const [name, value] of Object.entries(PAGE_HEADERS)) context.header(name, value);
		context.header(
			'content-security-policy',
			contentSecurityPolicyOf(context.req.path, services()),
		);
		const forEver = HASHED.test(context.req.path) && context.res.status === 200;
		context.header('cache-control', forEver ? 'public, max-age=31536000, immutable' : 'no-cache');
	});
	files.get('*', serveStatic({ root: folder, precompressed: true }));
	files.get('*', (context, next) =>
		FILE.test(context.req.path) ? context.text('Not found', 404) : next(),
	);
	files.get('*', serveStatic({ root: folder, path: 'index.html', precompressed: true }));
	files.all('*', (context) => context.text('Method not allowed', 405, { allow: 'GET, HEAD' }));
	return files;
};
