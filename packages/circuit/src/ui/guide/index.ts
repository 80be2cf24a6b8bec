import type { Usage } from '@navette/ui';
import { type ComponentType, type LazyExoticComponent, lazy } from 'react';
import type { GuideProps } from './role-guide.tsx';

/** The guided tour of each role. */
export const circuitGuides: Partial<Record<Usage, LazyExoticComponent<ComponentType<GuideProps>>>> =
	{
		CO: lazy(() => import('./consumer-guide.tsx')),
		GC: lazy(() => import('./animator-guide.tsx')),
		GP: lazy(() => import('./groupement-guide.tsx')),
		PR: lazy(() => import('./producer-guide.tsx')),
	};
