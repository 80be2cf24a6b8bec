import type { PreferenceStore } from '@navette/ui';

const NAME = 'navette.preferences';

/** Storage may be forbidden by the person's settings: preferences then last as long as the page. */
const allowed = <T>(work: () => T): T | undefined => {
	try {
		return work();
	} catch (error) {
		if (error instanceof DOMException) return undefined;
		throw error;
	}
};

/** Until this browser is one that Navette may write in, what is chosen lasts as long as the page. */
let mayWrite = false;
const waiting = new Map<string, string>();

const read = (name: string): string | undefined =>
	waiting.get(name) ?? allowed(() => localStorage.getItem(name)) ?? undefined;

const write = (name: string, text: string): void => {
	if (mayWrite) allowed(() => localStorage.setItem(name, text));
	else waiting.set(name, text);
};

/** This browser may be written in: what was chosen so far is kept. */
export const allowWriting = (): void => {
	mayWrite = true;
	for (const [name, text] of waiting) write(name, text);
	waiting.clear();
};

/** Preferences of this device, in the local storage of the browser: no secret is there. */
export const preferenceStore: PreferenceStore = {
	read: () => read(NAME),
	write: (text) => write(NAME, text),
};

/** The role last used in an organisation. */
export const lastRole = {
	read: (org: string) => read(`navette.role.${org}`),
	write: (org: string, segment: string) => write(`navette.role.${org}`, segment),
};

/** The public key of the directory of a universe, as it was first heard. */
export const pinnedDirectory = {
	read: (realm: string) => read(`navette.directory.${realm}`),
	write: (realm: string, key: string) => write(`navette.directory.${realm}`, key),
};
