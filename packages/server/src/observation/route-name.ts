const API = /^\/api\/([a-z0-9-]{4,16})\/(call|files|frame|open|pull|report)(?:\/|$)/;

/** What an address is about, in words that hold no identifier but the organisation's code. */
export const routeOf = (url: string): { readonly route: string; readonly org?: string } => {
	const path = pathOf(url);
	const [, org, route] = API.exec(path) ?? [];
	if (org !== undefined && route !== undefined) return { route, org };
	if (path === '/health' || path === '/ready') return { route: path.slice(1) };
	return { route: path.startsWith('/api/') ? 'api' : 'page' };
};

/** Path of an absolute address, without parsing the rest of it. */
const pathOf = (url: string): string => {
	const start = url.indexOf('/', url.indexOf('://') + 3);
	if (start < 0) return '/';
	const end = url.slice(start).search(/[?#]/);
	return end < 0 ? url.slice(start) : url.slice(start, start + end);
};
