/** One file of a build. */
export interface PrecachedFile {
	/** path from the origin: `/assets/main-abc.js` */
	readonly url: string;
	/** `sha256-…`, checked by the browser when it is brought */
	readonly integrity: string;
	/** its name changes with its content */
	readonly hashed: boolean;
}

/**
 * Whether a file of the build is brought before it is asked for. The reader and writer of XLSX is half
 * a megabyte that most people never need: it is brought when somebody takes such a file.
 */
export const isPrecached = (name: string): boolean =>
	!name.endsWith('worker.js') && !/^assets\/xlsx-[\w-]+\.js$/.test(name);

const PREFIX = 'navette-';

export const cacheNameOf = (version: string): string => `${PREFIX}${version}`;

/** Caches of ours, older than the one before `current`; `names` are in order of creation. */
export const isObsolete = (name: string, names: readonly string[], current: string): boolean => {
	const previous = names.filter((one) => one.startsWith(PREFIX) && one !== current).at(-1);
	return name.startsWith(PREFIX) && name !== current && name !== previous;
};

/** Whether a request is for a page of the app: not for the server's own addresses. */
export const isAppNavigation = (mode: RequestMode, address: string): boolean => {
	if (mode !== 'navigate') return false;
	const { pathname } = new URL(address);
	return !/^\/(api|health|ready)(\/|$)/.test(pathname);
};

/** The request that brings a file and refuses it when it is not the one of this build. */
export const precacheRequest = ({ url, integrity }: PrecachedFile, origin: string): Request =>
	new Request(new URL(url, origin), { integrity, cache: 'no-cache', credentials: 'same-origin' });
