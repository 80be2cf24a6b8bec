import type { RoleView } from '@navette/ui';

/** The name of a role as its card says it, or what its right is about. */
export const roleName = ({ carte, right }: RoleView): string => {
	if (typeof carte === 'string' && carte !== '') return carte;
	if (typeof carte === 'object' && carte !== null && 'nom' in carte) return String(carte.nom);
	return right.slice(right.indexOf('/') + 1);
};
