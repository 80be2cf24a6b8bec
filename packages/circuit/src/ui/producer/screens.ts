import type { AppScreen } from '@navette/ui';
import { IconCarrot, IconPackage, IconTruckLoading } from '@tabler/icons-react';
import { lazy } from 'react';

/** Screens of a producer. */
export const producerScreens: readonly AppScreen[] = [
	{
		id: 'producer-deliveries',
		path: '',
		usage: 'PR',
		title: { fr: 'Mes prochaines livraisons', en: 'My next deliveries' },
		short: { fr: 'Livraisons', en: 'Deliveries' },
		icon: IconTruckLoading,
		nav: true,
		key: 'd',
		component: lazy(() => import('./deliveries-screen.tsx')),
	},
	{
		id: 'producer-delivery',
		path: 'deliveries/$gp/$livr',
		usage: 'PR',
		title: { fr: 'Préparer', en: 'Prepare' },
		icon: IconTruckLoading,
		nav: false,
		component: lazy(() => import('./delivery-screen.tsx')),
	},
	{
		id: 'producer-carton',
		path: 'deliveries/$gp/$livr/cartons/$gc',
		usage: 'PR',
		title: { fr: 'Carton', en: 'Carton' },
		icon: IconPackage,
		nav: false,
		component: lazy(() => import('./carton-screen.tsx')),
	},
	{
		id: 'producer-products',
		path: 'products',
		usage: 'PR',
		title: { fr: 'Mes produits', en: 'My products' },
		short: { fr: 'Produits', en: 'Products' },
		icon: IconCarrot,
		nav: true,
		key: 'p',
		component: lazy(() => import('./products-screen.tsx')),
	},
];
