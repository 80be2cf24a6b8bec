import { type ReportHandle, useThread } from '@navette/ui';
import { useEffect } from 'react';
import { documentOf, type OfferedCatalogue } from '../../client/index.ts';

/**
 * Reads the catalogue of a delivery again when its chat notes a price that changed since: no thread
 * carries catalogues, and everybody at once asks for one only when there is something to read.
 */
export function usePriceNews(
	gp: string,
	livr: string,
	catalogue: ReportHandle<OfferedCatalogue>,
): void {
	const chat = documentOf(useThread(`CHL/${gp}`, { types: ['CHL'] }), 'CHL', `${gp}.${livr}`);
	const changed = chat?.items.findLast(({ auto }) => auto === 'PRIX')?.t ?? 0;
	const { asOf, refresh } = catalogue;
	useEffect(() => {
		if (asOf !== undefined && changed >= asOf) refresh();
	}, [changed, asOf, refresh]);
}
