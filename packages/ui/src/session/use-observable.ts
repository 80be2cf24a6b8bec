import type { Observable } from '@navette/client';
import { useCallback, useSyncExternalStore } from 'react';

const nothing = (): void => undefined;

/** The present value of an observable, re-rendering on each change; `undefined` without one. */
export function useObservable<T>(observable: Observable<T>): T;
export function useObservable<T>(observable: Observable<T> | undefined): T | undefined;
export function useObservable<T>(observable: Observable<T> | undefined): T | undefined {
	const subscribe = useCallback(
		(listener: () => void) => observable?.subscribe(listener) ?? nothing,
		[observable],
	);
	return useSyncExternalStore(subscribe, () => observable?.get());
}
