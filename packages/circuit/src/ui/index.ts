import type { AppScreen, RoleView, Usage } from '@navette/ui';
import { type ComponentType, type LazyExoticComponent, lazy } from 'react';
import { animatorScreens } from './animator/screens.ts';
import { chartScreens } from './charts/screens.ts';
import { chatScreens } from './chats/screens.ts';
import { consumerReports, consumerScreens } from './consumer/screens.ts';
import { directoryScreens } from './directory/screens.ts';
import { groupementScreens } from './groupement/screens.ts';
import { printScreens } from './prints/screens.ts';
import { producerScreens } from './producer/screens.ts';

export { circuitGuides } from './guide/index.ts';
export { useNewsOffers } from './news/use-news-offers.ts';

/** Every screen of the application. */
export const circuitScreens: readonly AppScreen[] = [
	...consumerScreens,
	...animatorScreens,
	...groupementScreens,
	...producerScreens,
	...chatScreens,
	...directoryScreens,
	...consumerReports,
	...printScreens,
	...chartScreens,
];

/** What matters of a role on a page that shows several organisations. */
export const circuitSummaries: Partial<
	Record<Usage, LazyExoticComponent<ComponentType<{ readonly role: RoleView }>>>
> = { CO: lazy(() => import('./consumer/consumer-summary.tsx')) };
