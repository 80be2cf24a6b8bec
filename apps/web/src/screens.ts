import type { AppScreen } from '@navette/ui';

/** The screens of the applications this site carries. */
export const screens: readonly AppScreen[] = [];
