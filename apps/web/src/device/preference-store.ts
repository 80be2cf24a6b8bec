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

/** Preferences of this device, in the local storage of the browser: no secret is there. */
export const preferenceStore: PreferenceStore = {
	read: () => allowed(() => localStorage.getItem(NAME)) ?? undefined,
	write: (text) => {
		allowed(() => localStorage.setItem(NAME, text));
	},
};

/** The role last used in an organisation. */
export const lastRole = {
	read: (org: string) => allowed(() => localStorage.getItem(`navette.role.${org}`)) ?? undefined,
	write: (org: string, segment: string) => {
		allowed(() => localStorage.setItem(`navette.role.${org}`, segment));
	},
};
