import { lookup } from 'node:dns';
import type { PushService } from '@navette/news/server';
import type { SiteKeys } from '@navette/site-keys';
import type { PushConfig } from '../config.ts';
import { vapidKeys } from './vapid-keys.ts';
import { createWebPushService } from './web-push-service.ts';

/** What brings the news of a site to push services; absent where nobody said whom they may write to. */
export const openPush = (
	config: PushConfig | undefined,
	keys: SiteKeys,
): PushService | undefined =>
	config?.contact === undefined
		? undefined
		: createWebPushService({
				keys: vapidKeys(keys.for('push')),
				contact: config.contact,
				rules: config,
				resolve: lookup,
			});
