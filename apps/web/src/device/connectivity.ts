import type { Connectivity } from '@navette/client';

/** What the browser believes of its network; the socket finds the truth a little later. */
export const browserConnectivity: Connectivity = {
	isOnline: () => navigator.onLine,
	subscribe(listener) {
		addEventListener('online', listener);
		addEventListener('offline', listener);
		return () => {
			removeEventListener('online', listener);
			removeEventListener('offline', listener);
		};
	},
};
