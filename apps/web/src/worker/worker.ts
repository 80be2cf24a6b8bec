import { PRECACHE, VERSION } from 'virtual:precache';
import { cacheNameOf, isAppNavigation, isObsolete, precacheRequest } from './precache.ts';

declare const self: ServiceWorkerGlobalScope;

const NAME = cacheNameOf(VERSION);

/** Brings every file of this version, checked by its hash; those already here are not asked again. */
async function install(): Promise<void> {
	const cache = await caches.open(NAME);
	await Promise.all(
		PRECACHE.map(async (file) => {
			const { url, hashed } = file;
			const known = hashed ? await caches.match(url) : undefined;
			if (known) return cache.put(url, known);
			const answer = await fetch(precacheRequest(file, self.location.origin));
			if (!answer.ok) throw new Error(`precache: ${answer.status}`);
			return cache.put(url, answer);
		}),
	);
}

/**
 * The version before is kept: tabs opened with it may still ask for its pieces. Older ones go.
 */
async function activate(): Promise<void> {
	const names = await caches.keys();
	await Promise.all(
		names.filter((name) => isObsolete(name, names, NAME)).map((name) => caches.delete(name)),
	);
	await self.clients.claim();
}

async function answer(request: Request): Promise<Response> {
	const cache = await caches.open(NAME);
	const page = isAppNavigation(request.mode, request.url) ? '/index.html' : request.url;
	const held = (await cache.match(page)) ?? (await caches.match(page));
	return held ?? fetch(request);
}

self.addEventListener('install', (event) => event.waitUntil(install()));
self.addEventListener('activate', (event) => event.waitUntil(activate()));
self.addEventListener('message', (event) => {
	if (event.data === 'take-over') void self.skipWaiting();
});
self.addEventListener('fetch', (event) => {
	const { request } = event;
	const url = new URL(request.url);
	const ours = url.origin === self.location.origin && request.method === 'GET';
	if (!ours) return;
	const files = PRECACHE.some((file) => file.url === url.pathname);
	const old = url.pathname.startsWith('/assets/');
	if (files || old || isAppNavigation(request.mode, request.url))
		event.respondWith(answer(request));
});
