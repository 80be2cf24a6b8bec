import type { AppScreen } from '@navette/ui';
import {
	IconAlertTriangle,
	IconLayoutDashboard,
	IconTable,
	IconTruckLoading,
} from '@tabler/icons-react';
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
	{
		id: 'animator-unloading',
		path: 'deliveries/$gp/$livr/unloading',
		usage: 'GC',
		title: { fr: 'Déchargement', en: 'Unloading' },
		icon: IconTruckLoading,
		nav: false,
		component: lazy(() => import('./unloading/unloading-screen.tsx')),
	},
	{
		id: 'animator-log',
		path: 'deliveries/$gp/$livr/log',
		usage: 'GC',
		title: { fr: 'Saisies refusées et en attente', en: 'Entries refused and waiting' },
		icon: IconAlertTriangle,
		nav: false,
		component: lazy(() => import('./delivery/log-screen.tsx')),
	},
];
