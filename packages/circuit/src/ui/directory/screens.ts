import type { AppScreen, Usage } from '@navette/ui';
import { IconAddressBook, IconId, IconUser } from '@tabler/icons-react';
import { lazy } from 'react';

const DirectoryScreen = lazy(() => import('./directory-screen.tsx'));
const EntryScreen = lazy(() => import('./entry-screen.tsx'));
const SheetScreen = lazy(() => import('./sheet-screen.tsx'));

const SHEETS: Readonly<Record<'CO' | 'GC' | 'GP' | 'PR', AppScreen['title']>> = {
	CO: { fr: 'Ma fiche', en: 'My sheet' },
	GC: { fr: 'Fiche du groupe', en: 'Group sheet' },
	GP: { fr: 'Fiche du groupement', en: 'Groupement sheet' },
	PR: { fr: 'Ma fiche', en: 'My sheet' },
};

/** C9, C10, R6: the directory and the sheet of a role. */
const screensOf = (usage: keyof typeof SHEETS & Usage): readonly AppScreen[] => [
	{
		...{ id: `directory-${usage.toLowerCase()}`, path: 'directory', usage, nav: true, key: 'a' },
		title: { fr: 'Annuaire', en: 'Directory' },
		...{ icon: IconAddressBook, component: DirectoryScreen },
	},
	{
		...{ id: `entry-${usage.toLowerCase()}`, path: 'directory/$kind/$id', usage, nav: false },
		title: { fr: 'Carte', en: 'Card' },
		...{ icon: IconUser, component: EntryScreen },
	},
	{
		...{ id: `sheet-${usage.toLowerCase()}`, path: 'sheet', usage, nav: true, key: 's' },
		title: SHEETS[usage],
		short: usage === 'GC' || usage === 'GP' ? { fr: 'Fiche', en: 'Sheet' } : SHEETS[usage],
		...{ icon: IconId, component: SheetScreen },
	},
];

/** Screens of the directory and of the sheets, for every role. */
export const directoryScreens: readonly AppScreen[] = (['CO', 'GC', 'GP', 'PR'] as const).flatMap(
	screensOf,
);
