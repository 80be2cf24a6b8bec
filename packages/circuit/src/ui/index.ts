import type { AppScreen } from '@navette/ui';
import { animatorScreens } from './animator/screens.ts';
import { consumerScreens } from './consumer/screens.ts';
import { groupementScreens } from './groupement/screens.ts';

export { useNewsOffers } from './news/use-news-offers.ts';

/** Every screen of the application. */
export const circuitScreens: readonly AppScreen[] = [
	...consumerScreens,
	...animatorScreens,
	...groupementScreens,
];
