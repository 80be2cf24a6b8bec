import { administrationScreens } from '@navette/administration/ui';
import { circuitGuides, circuitScreens } from '@navette/circuit/ui';
import type { AppScreen } from '@navette/ui';
import { newsScreens } from './news/screens.ts';

/** The screens of the applications this site carries. */
export const screens: readonly AppScreen[] = [
	...circuitScreens,
	...newsScreens,
	...administrationScreens,
];

/** The guided tours of roles. */
export const guides = circuitGuides;
