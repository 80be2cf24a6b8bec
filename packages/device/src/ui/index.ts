import { lazy } from 'react';

/** Screens of a device; each is loaded when it is first shown. */
export const ArrivalScreen = lazy(() => import('./arrival-screen.tsx'));
export const ProfilesScreen = lazy(() => import('./profiles-screen.tsx'));
export const AsleepScreen = lazy(() => import('./asleep-screen.tsx'));
export const DeviceScreen = lazy(() => import('./device-screen.tsx'));
