import type { AppScreen, RoleView } from '@navette/ui';

/** A screen found for a path, with the values of its `$names`. */
export interface ScreenMatch {
	readonly screen: AppScreen;
	readonly params: Readonly<Record<string, string>>;
}

const partsOf = (path: string): readonly string[] => path.split('/').filter((part) => part !== '');

const decoded = (part: string): string | undefined => {
	try {
		return decodeURIComponent(part);
	} catch (error) {
		if (error instanceof URIError) return undefined;
		throw error;
	}
};

const paramsOf = (
	pattern: readonly string[],
	parts: readonly string[],
): Record<string, string> | undefined => {
	if (pattern.length !== parts.length) return undefined;
	const params: Record<string, string> = {};
	for (const [index, wanted] of pattern.entries()) {
		const part = decoded(parts[index] ?? '');
		if (part === undefined) return undefined;
		if (wanted.startsWith('$')) params[wanted.slice(1)] = part;
		else if (wanted !== part) return undefined;
	}
	return params;
};

/** How many parts of a pattern are fixed words: the more, the closer the match. */
const fixedParts = (screen: AppScreen): number =>
	partsOf(screen.path).filter((part) => !part.startsWith('$')).length;

/** The screen of a usage shown at a path relative to the role; fixed words win over `$names`. */
export const matchScreen = (
	screens: readonly AppScreen[],
	usage: RoleView['usage'],
	path: string,
): ScreenMatch | undefined => {
	const parts = partsOf(path);
	const own = screens.filter((screen) => screen.usage === usage);
	for (const screen of own.toSorted((a, b) => fixedParts(b) - fixedParts(a))) {
		const params = paramsOf(partsOf(screen.path), parts);
		if (params) return { screen, params };
	}
	return undefined;
};

/** The screen a role starts on: its path is empty, else the first of its navigation. */
export const homePath = (screens: readonly AppScreen[], usage: RoleView['usage']): string => {
	const own = screens.filter((screen) => screen.usage === usage);
	const home = own.find(({ path }) => path === '') ?? own.find(({ nav }) => nav);
	return home?.path ?? '';
};

/** The right of a role as one part of an address: `CO/dupleix.3` → `co.dupleix.3`. */
export const roleSegment = (right: string): string => {
	const [usage = '', subject = ''] = right.split('/');
	return `${usage.toLowerCase()}.${subject}`;
};
