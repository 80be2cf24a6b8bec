import { lazy } from 'react';

export type { EntryDone } from './entry-screen.tsx';

/** Screens of an identity; each is loaded when it is first shown. */
export const EntryScreen = lazy(() => import('./entry-screen.tsx'));
export const SheetScreen = lazy(() => import('./sheet-screen.tsx'));
export const PinScreen = lazy(() => import('./pin-screen.tsx'));
