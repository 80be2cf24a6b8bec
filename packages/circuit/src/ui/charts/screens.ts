import type { AppScreen } from '@navette/ui';
import { IconChartBar } from '@tabler/icons-react';
import { lazy } from 'react';

const FiguresScreen = lazy(() => import('./figures-screen.tsx'));

/** The charts of each role. */
export const chartScreens: readonly AppScreen[] = (['CO', 'GC', 'GP', 'PR'] as const).map(
	(usage) => ({
		id: `figures-${usage.toLowerCase()}`,
		path: 'figures',
		usage,
		title: { fr: 'En chiffres', en: 'Figures' },
		icon: IconChartBar,
		nav: true,
		component: FiguresScreen,
	}),
);
