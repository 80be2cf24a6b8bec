import type { Session } from '@navette/client';
import { systemRandom } from '@navette/core';
import { createNewsDevice, readNewsBook } from '@navette/news/client';
import type { Language } from '@navette/ui';
import { useEffect, useState } from 'react';
import { nameOf } from '../access/access.ts';
import type { Holding } from '../device/holding.ts';
import { browserPush } from './browser-push.ts';
import { deviceName } from './device-name.ts';
import { newsBookStore } from './news-book-store.ts';
import { oneAtATime } from './one-at-a-time.ts';

/** Places of an open device whose news come here. */
export function useNewsHere(holding: Holding): readonly string[] {
	const [news, setNews] = useState<readonly string[]>([]);
	useEffect(() => {
		let isWanted = true;
		const look = async () => {
			const { organisations } = await readNewsBook(newsBookStore);
			const own = (await holding.book.list()).map(nameOf);
			if (isWanted) setNews(own.filter((name) => organisations[name] !== undefined));
		};
		if (holding.durable) void look();
		return () => {
			isWanted = false;
		};
	}, [holding]);
	return news;
}

/** How long the server is waited for, ms. */
const PATIENCE = 3_000;

/** The key by which push services know the server; empty when it does not answer. */
const keyOfServer = (session: Session): Promise<string> =>
	new Promise((resolve) => {
		const live = session.report<{ readonly publicKey: string }>('news.server', {});
		const end = (key: string) => {
			clearTimeout(late);
			stop();
			live.release();
			resolve(key);
		};
		const look = () => {
			const { result } = live.get();
			if (result) end(result.publicKey);
		};
		const late = setTimeout(() => end(''), PATIENCE);
		const stop = live.subscribe(look);
		look();
	});

/** Ends the news of a place on this device. Without network they end by themselves, in days. */
export const endNews = async (
	holding: Holding,
	place: string,
	language: Language,
): Promise<void> => {
	const access = await holding.book.find(place);
	if (!access) return;
	const session = await holding.sessions.open(access);
	const publicKey = await keyOfServer(session);
	const news = createNewsDevice({
		...{ session, place, publicKey, platform: browserPush() },
		...{ store: newsBookStore, random: systemRandom, exclusive: oneAtATime, language },
		device: deviceName(navigator.userAgent),
	});
	await news.stop();
};
