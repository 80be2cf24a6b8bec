import type { AppScreen } from '@navette/ui';
import { IconLayoutDashboard, IconTable } from '@tabler/icons-react';
import { lazy } from 'react';

/** Screens of the animator of a group. */
export const animatorScreens: readonly AppScreen[] = [
	{
		id: 'animator-dashboard',
		path: '',
		usage: 'GC',
		title: { fr: 'Livraisons du groupe', en: 'Group deliveries' },
		short: { fr: 'Livraisons', en: 'Deliveries' },
		icon: IconLayoutDashboard,
		nav: true,
		key: 'd',
		component: lazy(() => import('./dashboard-screen.tsx')),
	},
	{
		id: 'animator-group-order',
		path: 'deliveries/$gp/$livr/group-order',
		usage: 'GC',
		title: { fr: 'Commande du groupe', en: 'Group order' },
		icon: IconTable,
		nav: false,
		component: lazy(() => import('./group-order-screen.tsx')),
	},
];
