/**
 * The floors of the platform, lowest first. An import goes to a lower floor only; `*` stands for the
 * end of a name. A new package is given its place here.
 */
const FLOORS: readonly (readonly string[])[] = [
	['core'],
	['codec'],
	['crypto', 'model'],
	['protocol', 'storage', 'keyring', 'ledger', 'local-store'],
	['storage-*', 'blobs-*', 'bus-*', 'local-store-*', 'site-keys', 'engine'],
	['server', 'client', 'archive'],
	['ui'],
	['directory'],
	['administration', 'device', 'news', 'circuit', 'notes', 'folders', 'sharing'],
	['apps/web'],
	['apps/server'],
	['apps/*'],
	['simulation', 'bench'],
];

/** Helps tests; stands beside the floors and may look no higher than the contracts. */
export const TESTKIT = 'testkit';
const TESTKIT_MAY_IMPORT_UP_TO = 'storage';

/** One implementation of a contract each. */
const PROVIDERS = ['storage-*', 'blobs-*', 'bus-*', 'local-store-*'];

/** Packages with the doors `./model`, `./server`, `./client` and `./ui`. */
const APPLICATIONS: readonly string[] = [
	'directory',
	'administration',
	'device',
	'news',
	'circuit',
	'notes',
	'folders',
	'sharing',
];

/** What a door of an application may not import from its neighbours. */
export const CLOSED_DOORS: Readonly<Record<string, readonly string[]>> = {
	model: ['server', 'client', 'ui'],
	server: ['client', 'ui'],
	client: ['server', 'ui'],
	ui: ['server'],
};

/** Packages whose every file may end in a browser. */
const BROWSER = [
	...['core', 'codec', 'crypto', 'ledger', 'model', 'protocol', 'keyring'],
	...['local-store', 'local-store-idb', 'client', 'ui'],
];

/** Files of those that a browser never runs: Node's module is handed to them where there is one. */
const NODE_ALONE = ['crypto/src/backend/native.ts'];

/** Applications whose client also lives outside browsers. */
const DESKTOP_CLIENTS = ['folders'];

/** Built-in modules that touch the machine: only providers and the roots hold them. */
export const MACHINE = new Set(
	['fs', 'net', 'http', 'https', 'http2', 'tls', 'dgram', 'dns', 'sqlite', 'child_process']
		.concat(['worker_threads', 'cluster', 'os', 'process', 'readline', 'timers'])
		.map((name) => `node:${name}`),
);

/** Doors of `ui` that know formats and words, and draw nothing. */
export const UNDRAWN: readonly string[] = ['@navette/ui/formats', '@navette/ui/i18n'];

/** Paths that must not exist, through any number of files. */
export const NO_PATH: readonly {
	readonly from: (folder: string, inside: string) => boolean;
	readonly what: string;
	/** `target` is the folder of a package of ours, or the name of one of npm */
	readonly to: (target: string) => boolean;
	readonly reason: string;
}[] = [
	{
		what: 'the server',
		from: (folder, inside) =>
			['server', 'directory', 'apps/server'].includes(folder)
				? !inside.startsWith('src/client/')
				: APPLICATIONS.includes(folder) && inside.startsWith('src/server/'),
		to: (folder) => folder === 'keyring',
		reason: 'The server is blind because the code that opens keys is not in it.',
	},
	{
		what: 'the engine',
		from: (folder) => folder === 'engine',
		to: (folder) => folder === 'protocol' || isProvider(folder),
		reason: 'The engine decides about documents, whoever asks and wherever they are kept.',
	},
	{
		what: 'the client of an application',
		from: (folder, inside) => APPLICATIONS.includes(folder) && inside.startsWith('src/client/'),
		to: isForScreens,
		reason: 'Verbs and views also serve commands and tests, where nothing is drawn.',
	},
];

/** Index of the floor of a package, `undefined` when the table does not know it. */
export function floorOf(folder: string): number | undefined {
	if (folder === TESTKIT) return floorOf(TESTKIT_MAY_IMPORT_UP_TO);
	const exact = FLOORS.findIndex((names) => names.includes(folder));
	const index = exact >= 0 ? exact : FLOORS.findIndex((names) => matches(names, folder));
	return index >= 0 ? index : undefined;
}

export function isProvider(folder: string): boolean {
	return matches(PROVIDERS, folder);
}

/** Roots put providers, configuration and processes together; those that measure do it too. */
export function isRoot(folder: string): boolean {
	return folder.startsWith('apps/') || FLOORS.at(-1)?.includes(folder) === true;
}

/** @param inside path of the file below its package, `src/client/sync.ts` */
export function isBrowserSide(folder: string, inside: string): boolean {
	if (NODE_ALONE.includes(`${folder}/${inside}`)) return false;
	if (BROWSER.includes(folder)) return true;
	const door = doorOf(folder, inside);
	if (door === undefined || door === 'server') return false;
	return !(door === 'client' && DESKTOP_CLIENTS.includes(folder));
}

/** Whether an import, by its package, is for what draws. */
export function isForScreens(name: string): boolean {
	return /^(react(-dom)?|@mantine\/.*|@navette\/ui)$/.test(name);
}

/** Whether the file draws: the shared components and the screens of applications. */
export function isScreen(folder: string, inside: string): boolean {
	return folder === 'ui' || folder === 'apps/web' || doorOf(folder, inside) === 'ui';
}

/** Which door of an application the file stands behind. */
export function doorOf(folder: string, inside: string): string | undefined {
	if (!APPLICATIONS.includes(folder)) return undefined;
	return Object.keys(CLOSED_DOORS).find((door) => inside.startsWith(`src/${door}/`));
}

function matches(patterns: readonly string[], folder: string): boolean {
	return patterns.some((p) =>
		p.endsWith('*') ? folder.startsWith(p.slice(0, -1)) && folder.length >= p.length : p === folder,
	);
}
