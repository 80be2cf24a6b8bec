import { bytesToBase64Url } from '@navette/core';
import type { PushAbility, PushPlatform } from '@navette/news/client';
import { newsServerName } from '@navette/news/model';
import { newsWorkerUrl } from '../device/trusted-url.ts';

const fromBase64Url = (text: string): Uint8Array<ArrayBuffer> =>
	Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (sign) =>
		sign.charCodeAt(0),
	);

/** Each server has its own key, so its own registration, so its own scope. */
const scopeOf = (publicKey: string): string => `/news/${newsServerName(publicKey)}/`;

/** On iOS and iPadOS a page has no push before it is on the home screen. */
const isToBeInstalled = (): boolean =>
	/iPad|iPhone|iPod/.test(navigator.userAgent) && !matchMedia('(display-mode: standalone)').matches;

const abilityOf = (): PushAbility => {
	const has = 'serviceWorker' in navigator && 'PushManager' in globalThis;
	if (has && 'Notification' in globalThis) return 'able';
	return isToBeInstalled() ? 'later' : 'unable';
};

const activated = (registration: ServiceWorkerRegistration): Promise<void> => {
	const worker = registration.installing ?? registration.waiting;
	if (registration.active || !worker) return Promise.resolve();
	return new Promise((resolve) => {
		worker.addEventListener('statechange', () => {
			if (worker.state === 'activated') resolve();
		});
	});
};

/** An address made with another key is of no use: it goes. */
const dropOther = async (registration: ServiceWorkerRegistration, key: Uint8Array) => {
	const present = await registration.pushManager.getSubscription();
	const made = present?.options.applicationServerKey;
	const isSame = made && bytesToBase64Url(new Uint8Array(made)) === bytesToBase64Url(key);
	if (present && made && !isSame) await present.unsubscribe();
};

const subscribe: PushPlatform['subscribe'] = async (publicKey) => {
	const key = fromBase64Url(publicKey);
	try {
		const scope = scopeOf(publicKey);
		const registration = await navigator.serviceWorker.register(newsWorkerUrl(), { scope });
		await activated(registration);
		await dropOther(registration, key);
		const made = await registration.pushManager.subscribe({
			userVisibleOnly: true,
			applicationServerKey: key,
		});
		const { endpoint, keys } = made.toJSON();
		if (!endpoint || !keys?.p256dh || !keys.auth) return undefined;
		return { endpoint, p256dh: keys.p256dh, auth: keys.auth };
	} catch (error) {
		// no network, no push service, or the person said no meanwhile
		if (error instanceof DOMException || error instanceof TypeError) return undefined;
		throw error;
	}
};

const unsubscribe: PushPlatform['unsubscribe'] = async (publicKey) => {
	const registration = await navigator.serviceWorker.getRegistration(scopeOf(publicKey));
	const present = await registration?.pushManager.getSubscription();
	await present?.unsubscribe();
	await registration?.unregister();
};

/** News as browsers know them. */
export const browserPush = (): PushPlatform => ({
	ability: abilityOf(),
	permission: () => Notification.permission,
	askPermission: () => Notification.requestPermission(),
	subscribe,
	unsubscribe,
});
