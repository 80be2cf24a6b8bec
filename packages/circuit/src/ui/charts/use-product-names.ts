import { useReport } from '@navette/ui';
import type { OfferedCatalogue } from '../../client/index.ts';

/** Names of products as the catalogue of a delivery has them; the code of those it has not. */
export function useProductNames(right: string, gp: string, livr: string): (code: string) => string {
	const isAsked = gp !== '' && livr !== '';
	const report = useReport<OfferedCatalogue>(isAsked ? 'Catalogue' : undefined, {
		...{ right, gp, livr },
	});
	return (code) => report.result?.lignes[code]?.perm.lib ?? code;
}
