import { Hono } from 'hono';
import { apiPage } from '../openapi/api-page.ts';
import { openApiDocument } from '../openapi/openapi-document.ts';
import type { Readiness } from '../readiness.ts';
import type { Service } from '../service.ts';
import { wrongMethod } from './no-such-address.ts';
import { API_HEADERS } from './security-headers.ts';

const PAGE_HEADERS = {
	...API_HEADERS,
	'content-security-policy':
		"default-src 'none'; style-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
	'content-type': 'text/html; charset=utf-8',
};

/**
 * What anybody may read: health (the process lives), readiness (requests may be sent here), the
 * catalogue of errors, the description of the API.
 */
export const createPublicPages = (service: Service, readiness: () => Promise<Readiness>): Hono => {
	const pages = new Hono();
	const json = (value: unknown, status = 200) =>
		new Response(JSON.stringify(value, null, '\t'), {
			status,
			headers: { ...API_HEADERS, 'content-type': 'application/json; charset=utf-8' },
		});
	pages.get('/health', () => json({ status: 'ok' }));
	pages.get('/ready', async () => {
		const status = await readiness();
		return json({ status }, status === 'ready' ? 200 : 503);
	});
	pages.get('/api/errors', () => json(service.errors));
	pages.get('/api/openapi.json', () => json(openApiDocument(service)));
	pages.get('/api/docs', () => new Response(apiPage(service), { headers: PAGE_HEADERS }));
	pages.get(
		'/api/docs.css',
		() =>
			new Response(API_PAGE_STYLE, {
				headers: { ...API_HEADERS, 'content-type': 'text/css; charset=utf-8' },
			}),
	);
	for (const path of [
		'/health',
		'/ready',
		...['errors', 'openapi.json', 'docs', 'docs.css'].map((name) => `/api/${name}`),
	])
		pages.all(path, wrongMethod(service, 'GET, HEAD'));
	return pages;
};

const API_PAGE_STYLE = `
:root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif }
body { max-width: 62rem; margin: 0 auto; padding: 1.5rem }
code, pre { font-family: ui-monospace, monospace; font-size: 0.875rem }
pre { overflow-x: auto; padding: 0.75rem 1rem; border: 1px solid color-mix(in srgb, currentColor 25%, transparent); border-radius: 0.5rem }
table { border-collapse: collapse; width: 100% }
th, td { text-align: left; vertical-align: top; padding: 0.4rem 0.6rem; border-bottom: 1px solid color-mix(in srgb, currentColor 20%, transparent) }
section { margin-block: 2.5rem }
summary { cursor: pointer; padding-block: 0.35rem }
`;
