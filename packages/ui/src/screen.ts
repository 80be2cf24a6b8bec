import type { Icon } from '@tabler/icons-react';
import type { ComponentType, LazyExoticComponent } from 'react';

/**
 * The four roles of Circuit: consumer, group animator, groupement manager, producer; and whoever
 * administers the organisation.
 */
export type Usage = 'CO' | 'GC' | 'GP' | 'PR' | 'ADM';

/** One role a person holds: an entry of the report `Moi`. */
export interface RoleView {
	/** `USAGE/subject`, as operations want it: `CO/dupleix.3` */
	readonly right: string;
	readonly usage: Usage;
	/** 1 = main, 2 = helper, of those who animate */
	readonly power?: number;
	readonly gc?: string;
	readonly co?: number | string;
	readonly gp?: string;
	readonly pr?: number | string;
	/** the name to show: text, or a card (RC, RP…) that has one */
	readonly carte?: unknown;
	/** codes of the linked groupements (CO, GC) */
	readonly gps?: readonly string[];
	/** codes of the linked groups (GP, PR) */
	readonly gcs?: readonly string[];
}

export interface ScreenProps {
	readonly role: RoleView;
	/** the `$name` parts of the path, decoded */
	readonly params: Readonly<Record<string, string>>;
}

/**
 * One screen of an application. `packages/circuit/src/ui/index.ts` exports
 * `circuitScreens: readonly AppScreen[]`; the shell mounts each at `/{org}/{role}/{path}`.
 *
 * Inside a screen: `useSession`, `useThread`, `useReport`, `useNow`, `useText`, `useFormats`,
 * `useNavigation` (links and moves are relative to the role: `deliveries/bocage/20250614`),
 * `useSearchText` (state kept in the address), `useUndo`, `useAnnounce`, `useActions` (keys and palette).
 */
export interface AppScreen {
	/** unique, kebab case: `consumer-deliveries` */
	readonly id: string;
	/** below `/{org}/{role}/`, without slashes at the ends: `deliveries/$gp/$livr`; '' = home */
	readonly path: string;
	readonly usage: Usage;
	readonly title: { readonly fr: string; readonly en: string };
	/** short title for the bottom bar of a phone (≤ 11 letters); `title` otherwise */
	readonly short?: { readonly fr: string; readonly en: string };
	readonly icon: Icon;
	/** whether navigation lists it; the first four of a role are in the bottom bar of a phone */
	readonly nav: boolean;
	/** path of the entry of the navigation it belongs to, where its own path does not tell */
	readonly under?: string;
	/** letter for `g` then letter */
	readonly key?: string;
	/** `lazy(() => import('./consumer/deliveries-screen.tsx'))` with a default export */
	readonly component: LazyExoticComponent<ComponentType<ScreenProps>>;
}
