import type { Navigation, RoleView } from '@navette/ui';
import { useRouter, useRouterState } from '@tanstack/react-router';
import { useMemo, useRef } from 'react';
import { usePlace } from './place.ts';
import { roleSegment } from './screen-path.ts';

/** Moves within a role, over the router of the app. */
export function useRoleNavigation(role: RoleView, path: string): Navigation {
	const router = useRouter();
	const place = usePlace();
	const query = useRouterState({ select: (state) => state.location.searchStr });
	/* several values set at once: the address itself moves only later */
	const asked = useRef<string>(undefined);
	const base = `/${place}/${roleSegment(role.right)}`;
	return useMemo(() => {
		const search = Object.fromEntries(new URLSearchParams(query));
		const href = (to: string) => (to === '' ? base : `${base}/${to}`);
		const move = (address: string, replace: boolean) =>
			void router.navigate({ href: address, replace, resetScroll: !replace });
		return {
			path,
			search,
			href,
			go: (to, options) => move(href(to), options?.replace ?? false),
			setSearch(name, value) {
				const next = new URLSearchParams(asked.current ?? location.search);
				if (value === undefined) next.delete(name);
				else next.set(name, value);
				const text = next.toString();
				asked.current = text;
				queueMicrotask(() => {
					asked.current = undefined;
				});
				move(`${location.pathname}${text === '' ? '' : `?${text}`}`, true);
			},
			back: () => router.history.back(),
		};
	}, [router, base, path, query]);
}
