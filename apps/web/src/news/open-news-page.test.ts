import assert from 'node:assert/strict';
import test from 'node:test';
import { openNewsPage } from './open-news-page.ts';

const ORIGIN = 'https://navette.example';

const windowsOf = (...urls: readonly (readonly [string, 'visible' | 'hidden'])[]) => {
	const done: string[] = [];
	const all = urls.map(([url, visibilityState]) => ({
		...{ url, visibilityState },
		postMessage: (message: { page: string }) => void done.push(`${url} told ${message.page}`),
		focus: async () => void done.push(`${url} focused`),
	}));
	const windows = {
		matchAll: async () => all,
		openWindow: async (url: string) => void done.push(`opened ${url}`),
	};
	return { done, windows: windows as unknown as Clients };
};

test('a click opens the page in a window of the application, the one in sight first', async () => {
	const { done, windows } = windowsOf(
		[`${ORIGIN}/demo/a`, 'hidden'],
		[`${ORIGIN}/demo/b`, 'visible'],
		['https://elsewhere.example/', 'visible'],
	);
	await openNewsPage(windows, ORIGIN, '/demo/co.1/chat');
	assert.deepEqual(done, [`${ORIGIN}/demo/b told /demo/co.1/chat`, `${ORIGIN}/demo/b focused`]);
});

test('without a window of the application, one is opened', async () => {
	const { done, windows } = windowsOf(['https://elsewhere.example/', 'visible']);
	await openNewsPage(windows, ORIGIN, '/demo/co.1/chat');
	assert.deepEqual(done, [`opened ${ORIGIN}/demo/co.1/chat`]);
});
