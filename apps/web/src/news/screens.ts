import type { AppScreen, Usage } from '@navette/ui';
import { IconBell } from '@tabler/icons-react';
import { lazy } from 'react';

const component = lazy(() => import('./news-page.tsx'));

const screenOf = (usage: Usage): AppScreen => ({
	...{ id: `news-${usage.toLowerCase()}`, path: 'news', usage, icon: IconBell },
	// a producer has no other page yet, and must not start on this one
	nav: usage !== 'PR',
	title: { fr: 'Nouvelles', en: 'News' },
	component,
});

/** News, in each role of Circuit. */
export const newsScreens: readonly AppScreen[] = (['CO', 'GC', 'GP', 'PR'] as const).map(screenOf);
