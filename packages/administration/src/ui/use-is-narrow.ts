import { useSyncExternalStore } from 'react';

const QUERY = '(max-width: 40rem)';

const subscribe = (listener: () => void): (() => void) => {
	const query = matchMedia(QUERY);
	query.addEventListener('change', listener);
	return () => query.removeEventListener('change', listener);
};

/** Whether the page is as narrow as a phone. */
export const useIsNarrow = (): boolean =>
	useSyncExternalStore(subscribe, () => matchMedia(QUERY).matches);
