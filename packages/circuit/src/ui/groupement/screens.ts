import type { AppScreen } from '@navette/ui';
import {
	IconCalendarClock,
	IconCalendarMonth,
	IconTableColumn,
	IconTags,
	IconTruck,
} from '@tabler/icons-react';
import { lazy } from 'react';

/** Screens of the manager of a groupement. */
export const groupementScreens: readonly AppScreen[] = [
	{
		id: 'groupement-tours',
		path: '',
		usage: 'GP',
		title: { fr: 'Tournées', en: 'Tours' },
		icon: IconTruck,
		nav: true,
		key: 't',
		component: lazy(() => import('./tours-screen.tsx')),
	},
	{
		id: 'groupement-calendar',
		path: 'calendar',
		usage: 'GP',
		title: { fr: 'Calendrier', en: 'Calendar' },
		icon: IconCalendarMonth,
		nav: true,
		key: 'c',
		component: lazy(() => import('./calendar/calendar-screen.tsx')),
	},
	{
		id: 'groupement-catalogue',
		path: 'catalogue',
		usage: 'GP',
		title: { fr: 'Catalogue', en: 'Catalogue' },
		icon: IconTags,
		nav: true,
		key: 'p',
		component: lazy(() => import('./catalogue/catalogue-screen.tsx')),
	},
	{
		id: 'groupement-proposals',
		path: 'catalogue/proposals',
		usage: 'GP',
		title: { fr: 'Prix proposés', en: 'Proposed prices' },
		icon: IconTags,
		nav: false,
		component: lazy(() => import('./catalogue/proposals-screen.tsx')),
	},
	{
		id: 'groupement-delivery',
		path: 'deliveries/$gp/$livr',
		usage: 'GP',
		title: { fr: 'Livraison', en: 'Delivery' },
		icon: IconCalendarClock,
		nav: false,
		component: lazy(() => import('./delivery/delivery-screen.tsx')),
	},
	{
		id: 'groupement-tour-orders',
		path: 'deliveries/$gp/$livr/orders',
		usage: 'GP',
		title: { fr: 'Commandes de la tournée', en: 'Orders of the tour' },
		icon: IconTableColumn,
		nav: false,
		component: lazy(() => import('./tour-orders-screen.tsx')),
	},
];
