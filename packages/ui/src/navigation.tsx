import { createContext, type ReactNode, useCallback, useContext } from 'react';

/** Moves within the current role. Paths are relative to it: `deliveries/bocage/20250614`. */
export interface Navigation {
	/** the path shown now, relative to the role */
	readonly path: string;
	/** query part of the address, by name */
	readonly search: Readonly<Record<string, string>>;
	/** address of a path of this role, for `<a href>` */
	href(path: string): string;
	go(path: string, options?: { replace?: boolean }): void;
	/** replaces one value of the query part; `undefined` removes it */
	setSearch(name: string, value: string | undefined): void;
	back(): void;
}

const NavigationContext = createContext<Navigation | undefined>(undefined);

export function NavigationProvider(props: { navigation: Navigation; children: ReactNode }) {
	return <NavigationContext value={props.navigation}>{props.children}</NavigationContext>;
}

export function useNavigation(): Navigation {
	const navigation = useContext(NavigationContext);
	if (!navigation) throw new Error('useNavigation outside a NavigationProvider');
	return navigation;
}

/** A small text kept in the address (chosen tab, search), so that it survives reload and sharing. */
export function useSearchText(name: string, initial: string): [string, (value: string) => void] {
	const { search, setSearch } = useNavigation();
	const set = useCallback(
		(value: string) => setSearch(name, value === initial ? undefined : value),
		[name, initial, setSearch],
	);
	return [search[name] ?? initial, set];
}
