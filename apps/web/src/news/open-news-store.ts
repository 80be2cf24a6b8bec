import { silentLog, systemRandom } from '@navette/core';
import type { LocalStore } from '@navette/local-store';
import { createIdbLocalStore } from '@navette/local-store-idb';

/**
 * Uses the store of what this device knows of its news, shared by the pages and the worker of news; it
 * is open no longer than that. Answers `undefined` where the browser keeps nothing.
 */
export const withNewsStore = async <T>(
	work: (store: LocalStore) => Promise<T>,
): Promise<T | undefined> => {
	const opened = await createIdbLocalStore({
		...{ name: 'news', random: systemRandom, log: silentLog },
	});
	if (!opened.ok) return undefined;
	try {
		return await work(opened.value);
	} finally {
		await opened.value.close();
	}
};
