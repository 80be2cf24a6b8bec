import { useObservable } from '@navette/ui';
import { useCallback, useEffect, useState } from 'react';
import type { Access } from '../access/access.ts';
import type { Entry } from '../access/entry.ts';
import { takeEntry } from '../access/take-entry.ts';
import { takeUp } from '../access/take-up.ts';
import type { AppDevice } from '../device/app-device.ts';
import { strangerAt } from '../device/open-access.ts';
import { router } from '../router.tsx';

/** How long a server that does not answer is waited for, ms: the link is then kept as it is. */
const PATIENCE = 5_000;

const within = (work: Promise<Access>, otherwise: Access): Promise<Access> =>
	Promise.race([
		work,
		new Promise<Access>((resolve) => setTimeout(() => resolve(otherwise), PATIENCE)),
	]);

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
		const enter = async (entry: Entry) => {
			const { org } = entry;
			const known = await holding.book.find(org);
			const stranger = strangerAt(entry.url ?? location.origin);
			const access = await within(takeUp(stranger, entry, known), entry);
			// opened again, it carries what was just claimed
			await holding.sessions.end(org);
			await holding.book.keep(access);
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
