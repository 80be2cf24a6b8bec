import type { AppScreen } from '@navette/ui';
import { IconActivity, IconDatabase, IconKey, IconTool } from '@tabler/icons-react';
import { lazy } from 'react';

/** Screens of the administrators of an organisation. */
export const administrationScreens: readonly AppScreen[] = [
	{
		id: 'administration-overview',
		path: '',
		usage: 'ADM',
		title: { fr: 'Organisation', en: 'Organisation' },
		short: { fr: 'Activité', en: 'Activity' },
		icon: IconActivity,
		nav: true,
		key: 'o',
		component: lazy(() => import('./overview-screen.tsx')),
	},
	{
		id: 'administration-accesses',
		path: 'accesses',
		usage: 'ADM',
		title: { fr: 'Accès', en: 'Accesses' },
		icon: IconKey,
		nav: true,
		key: 'a',
		component: lazy(() => import('./accesses-screen.tsx')),
	},
	{
		id: 'administration-sizes',
		path: 'data',
		usage: 'ADM',
		title: { fr: 'Données', en: 'Data' },
		icon: IconDatabase,
		nav: true,
		key: 'd',
		component: lazy(() => import('./sizes-screen.tsx')),
	},
	{
		id: 'administration-upkeep',
		path: 'upkeep',
		usage: 'ADM',
		title: { fr: 'Entretien', en: 'Upkeep' },
		icon: IconTool,
		nav: true,
		key: 'u',
		component: lazy(() => import('./upkeep-screen.tsx')),
	},
];
