import type { AppScreen } from '@navette/ui';
import { IconBasket, IconTruckDelivery } from '@tabler/icons-react';
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
