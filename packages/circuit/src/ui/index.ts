import type { AppScreen } from '@navette/ui';
import { consumerScreens } from './consumer/screens.ts';

/** Every screen of the application. */
export const circuitScreens: readonly AppScreen[] = [...consumerScreens];
