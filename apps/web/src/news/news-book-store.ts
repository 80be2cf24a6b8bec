import { err } from '@navette/core';
import type { NewsDeviceDeps } from '@navette/news/client';
import { withNewsStore } from './open-news-store.ts';

/** The book of news: opened for each reading and each writing, because the worker opens it too. */
export const newsBookStore: NewsDeviceDeps['store'] = {
	readMeta: (name) => withNewsStore((store) => store.readMeta(name)),
	writeMeta: async (name, value) =>
		(await withNewsStore((store) => store.writeMeta(name, value))) ?? err('gone'),
};
