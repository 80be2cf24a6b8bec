import type { RoleView } from '@navette/ui';

/** Whether a manager may change sheets, links and accesses: a helper (power 2) may not. */
export const isMainManager = (role: RoleView & { readonly power?: unknown }): boolean =>
	role.power !== 2;
