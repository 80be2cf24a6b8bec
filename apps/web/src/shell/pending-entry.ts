import { useObservable } from '@navette/ui';
import { useCallback, useEffect, useState } from 'react';
import type { Entry } from '../access/entry.ts';
import { takeEntry } from '../access/take-entry.ts';
import type { AppDevice } from '../device/app-device.ts';
import { router } from '../router.tsx';

/**
 * An entry, from a link or a form, until somebody works on this device: then its access is kept where
 * that person's are, and the pages go where it leads.
 */
export function usePendingEntry(
	device: AppDevice,
	first: Entry | undefined,
): readonly [Entry | undefined, (entry: Entry) => Promise<void>, () => void] {
	const state = useObservable(device.state);
	const [pending, setPending] = useState(first);
	useEffect(() => {
		const opened = () => {
			const next = takeEntry(window);
			if (next) setPending(next);
		};
		addEventListener('hashchange', opened);
		return () => removeEventListener('hashchange', opened);
	}, []);
	const holding =
		state.kind === 'open' && state.holding.kind !== 'none' ? state.holding : undefined;
	useEffect(() => {
		if (!holding || !pending) return;
		const enter = async ({ org, token }: Entry) => {
			await holding.book.keep({ org, token });
			setPending(undefined);
			await router.navigate({ to: '/' });
			await router.navigate({ to: '/$org', params: { org }, replace: true });
		};
		void enter(pending);
	}, [holding, pending]);
	return [
		pending,
		useCallback(async (entry) => setPending(entry), []),
		useCallback(() => setPending(undefined), []),
	];
}
