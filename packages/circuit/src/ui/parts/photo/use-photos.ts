import { useThread } from '@navette/ui';
import { useMemo } from 'react';
import { documentsOf } from '../../../client/index.ts';

/** Thumbnails of the products of a groupement, by code of product; kept on the device as any document. */
export function usePhotos(gp: string | undefined): ReadonlyMap<string, string> {
	const documents = documentsOf(useThread(gp === undefined ? undefined : `PHGP/${gp}`), 'PHOT');
	return useMemo(
		() => new Map([...documents.values()].map(({ key, data }) => [key.prod ?? '', data.vig])),
		[documents],
	);
}
