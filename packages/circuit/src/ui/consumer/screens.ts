import type { AppScreen } from '@navette/ui';
import { IconBasket, IconBook, IconCalendarEvent, IconTruckDelivery } from '@tabler/icons-react';
import { lazy } from 'react';

/** Screens of the role CO. */
export const consumerScreens: readonly AppScreen[] = [
	{
		id: 'consumer-deliveries',
		path: '',
		usage: 'CO',
		title: { fr: 'Mes livraisons', en: 'My deliveries' },
		short: { fr: 'Livraisons', en: 'Deliveries' },
		icon: IconTruckDelivery,
		nav: true,
		key: 'd',
		component: lazy(() => import('./deliveries-screen.tsx')),
	},
	{
		id: 'consumer-delivery',
		path: 'deliveries/$gp/$livr',
		usage: 'CO',
		title: { fr: 'Livraison', en: 'Delivery' },
		icon: IconTruckDelivery,
		nav: false,
		component: lazy(() => import('./delivery-screen.tsx')),
	},
	{
		id: 'consumer-order',
		path: 'deliveries/$gp/$livr/order',
		usage: 'CO',
		title: { fr: 'Commander', en: 'Order' },
		icon: IconBasket,
		nav: false,
		component: lazy(() => import('./order-screen.tsx')),
	},
];

/** C6 and C7, below what one needs every day. */
export const consumerReports: readonly AppScreen[] = [
	{
		...{ id: 'consumer-catalogues', path: 'catalogues', usage: 'CO', icon: IconBook },
		title: { fr: 'Catalogues', en: 'Catalogues' },
		...{ nav: true, key: 'c', component: lazy(() => import('./catalogues-screen.tsx')) },
	},
	{
		...{ id: 'consumer-catalogue', path: 'catalogues/$gp', usage: 'CO', icon: IconBook },
		title: { fr: 'Catalogue', en: 'Catalogue' },
		...{ nav: false, component: lazy(() => import('./catalogue-screen.tsx')) },
	},
	{
		...{ id: 'consumer-calendars', path: 'calendars', usage: 'CO', icon: IconCalendarEvent },
		title: { fr: 'Calendriers', en: 'Calendars' },
		...{ nav: true, key: 'k', component: lazy(() => import('./calendars-screen.tsx')) },
	},
	{
		...{ id: 'consumer-calendar', path: 'calendars/$gp', usage: 'CO', icon: IconCalendarEvent },
		title: { fr: 'Calendrier', en: 'Calendar' },
		...{ nav: false, component: lazy(() => import('./calendar-screen.tsx')) },
	},
];
