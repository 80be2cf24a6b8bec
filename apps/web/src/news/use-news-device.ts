import { systemRandom } from '@navette/core';
import { createNewsDevice, type NewsDevice, type PushPlatform } from '@navette/news/client';
import { useLanguage, useReport, useSession } from '@navette/ui';
import { useMemo } from 'react';
import { usePlace } from '../shell/place.ts';
import { browserPush } from './browser-push.ts';
import { deviceName } from './device-name.ts';
import { newsBookStore } from './news-book-store.ts';
import { oneAtATime } from './one-at-a-time.ts';

/** News of this device in the organisation of the session; `off` where the server sends none. */
export function useNewsDevice(): {
	readonly platform: PushPlatform;
	readonly device: NewsDevice | 'off' | undefined;
} {
	const session = useSession();
	const place = usePlace();
	const language = useLanguage();
	const { result: server, error } = useReport<{ readonly publicKey: string }>('news.server', {});
	const publicKey = server?.publicKey;
	const platform = useMemo(browserPush, []);
	const device = useMemo(
		() =>
			publicKey === undefined
				? undefined
				: createNewsDevice({
						...{ session, publicKey, platform, store: newsBookStore, random: systemRandom },
						...{ exclusive: oneAtATime, place },
						...{ device: deviceName(navigator.userAgent), language },
					}),
		[session, place, publicKey, platform, language],
	);
	const isOff = error?.code === 'E-NEWS-OFF';
	return { platform, device: isOff ? 'off' : device };
}
