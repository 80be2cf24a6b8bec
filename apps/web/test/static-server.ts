import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import path from 'node:path';
import { contentSecurityPolicyOf } from '../csp.ts';

const TYPES: Readonly<Record<string, string>> = {
	'.html': 'text/html; charset=utf-8',
	'.js': 'text/javascript; charset=utf-8',
	'.css': 'text/css; charset=utf-8',
	'.svg': 'image/svg+xml',
	'.png': 'image/png',
	'.woff2': 'font/woff2',
	'.webmanifest': 'application/manifest+json',
};

/** Answers the addresses of the server itself, `/api/…`. */
export type ApiHandler = (request: IncomingMessage, response: ServerResponse) => void;

export interface StaticServer {
	readonly origin: string;
	/** what is served in place of a file, by path */
	readonly replaced: Map<string, string>;
	close(): Promise<void>;
}

/** Serves a built app as a server would: the policy, files by name, every other page the app. */
export const serveBuild = async (folder: string, api: ApiHandler): Promise<StaticServer> => {
	const replaced = new Map<string, string>();
	const server = createServer(async (request, response) => {
		const { pathname } = new URL(request.url ?? '/', 'http://local');
		if (pathname.startsWith('/api/')) return api(request, response);
		const read = (name: string) => readFile(path.join(folder, path.normalize(name)));
		const wanted = pathname === '/' ? '/index.html' : pathname;
		const found = replaced.get(wanted) ?? (await read(wanted).catch(() => undefined));
		const name = found ? wanted : '/index.html';
		response.writeHead(200, {
			'content-type': TYPES[path.extname(name)] ?? 'application/octet-stream',
			'content-security-policy': contentSecurityPolicyOf(wanted),
			'x-content-type-options': 'nosniff',
			'cache-control': name.startsWith('/assets/') ? 'max-age=31536000, immutable' : 'no-cache',
		});
		response.end(found ?? (await read(name)));
		return undefined;
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const address = server.address();
	if (typeof address !== 'object' || address === null) throw new Error('no port');
	return {
		replaced,
		origin: `http://127.0.0.1:${address.port}`,
		close: () =>
			new Promise((resolve) => {
				server.closeAllConnections();
				server.close(() => resolve());
			}),
	};
};
