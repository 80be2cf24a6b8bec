/**
 * The worker of news: it lives apart from the one that keeps the application, because a browser gives
 * one push address to a registration, and each server needs one of its own.
 */
import { changeNewsBook, composeNews, readNewsBook, withShown } from '@navette/news/client';
import { decodePayload, type NewsPayload } from '@navette/news/model';
import { oneAtATime } from './one-at-a-time.ts';
import { openNewsPage } from './open-news-page.ts';
import { withNewsStore } from './open-news-store.ts';

declare const self: ServiceWorkerGlobalScope;

const UNREADABLE = { title: 'Navette', body: 'Il y a du nouveau · Something new', page: '/' };

const minuteOfDay = (): number => {
	const now = new Date();
	return now.getHours() * 60 + now.getMinutes();
};

/** The server that this worker hears: its scope is `/news/{server}/`. */
const server = new URL(self.registration.scope).pathname.split('/')[2];

const newsOf = (payload: NewsPayload) =>
	oneAtATime(() =>
		withNewsStore(async (store) => {
			const news = composeNews(await readNewsBook(store), payload, minuteOfDay(), server);
			await changeNewsBook(store, (book) => withShown(book, payload, server));
			return news;
		}),
	);

/** A person who looks at the application sees the change itself: pages are told, nothing rings. */
const isWatched = async (payload: NewsPayload | undefined): Promise<boolean> => {
	const clients = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
	for (const client of clients) client.postMessage({ kind: 'news', payload });
	return clients.some((client) => client.visibilityState === 'visible');
};

const show = async (bytes: ArrayBuffer | undefined): Promise<void> => {
	const payload = bytes && decodePayload(new Uint8Array(bytes));
	if (await isWatched(payload)) {
		if (payload) await newsOf(payload);
		return;
	}
	const news = payload && (await newsOf(payload));
	if (!news) {
		const { title, body, page } = UNREADABLE;
		return self.registration.showNotification(title, { body, tag: 'news', data: { page } });
	}
	for (const { title, body, tag, isSilent, page } of news)
		await self.registration.showNotification(title, {
			...{ body, tag, silent: isSilent, icon: '/icon.svg', badge: '/icon.svg' },
			data: { page },
		});
};

self.addEventListener('install', () => void self.skipWaiting());
self.addEventListener('push', (event) => event.waitUntil(show(event.data?.arrayBuffer())));
self.addEventListener('notificationclick', (event) => {
	event.notification.close();
	const { page } = event.notification.data as { page: string };
	event.waitUntil(openNewsPage(self.clients, self.location.origin, page));
});
