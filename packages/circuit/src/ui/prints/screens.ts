import type { AppScreen, Usage } from '@navette/ui';
import { IconPrinter } from '@tabler/icons-react';
import { lazy } from 'react';

const PrintsScreen = lazy(() => import('./prints-screen.tsx'));
const PrintScreen = lazy(() => import('./print-screen.tsx'));

const screensOf = (usage: Usage): readonly AppScreen[] => [
	{
		id: `prints-${usage.toLowerCase()}`,
		path: 'prints',
		usage,
		title: { fr: 'Impressions et exports', en: 'Prints and exports' },
		short: { fr: 'Imprimer', en: 'Print' },
		icon: IconPrinter,
		nav: true,
		key: 'i',
		component: PrintsScreen,
	},
	{
		id: `print-${usage.toLowerCase()}`,
		path: 'deliveries/$gp/$livr/prints/$print',
		usage,
		title: { fr: 'Impression', en: 'Print' },
		icon: IconPrinter,
		nav: false,
		component: PrintScreen,
	},
];

/** A12, P11 and the prints of a producer. */
export const printScreens: readonly AppScreen[] = (['GC', 'GP', 'PR'] as const).flatMap(screensOf);
