import type { FileToRead } from '@navette/client';
import { useThread } from '@navette/ui';
import { useMemo } from 'react';
import { documentsOf } from '../../../client/index.ts';

/** The photo of a product: its thumbnail, and where its whole picture is. */
export interface ProductPhoto {
	/** Base64url. */
	readonly vig: string;
	readonly file: FileToRead | undefined;
	/** Of the whole picture, pixels. */
	readonly width: number;
	readonly height: number;
}

/** Photos of a groupement, by code of product (`pr.rp`) or of producer (`pr`); thumbnails are on the device as any document. */
export function usePhotos(gp: string | undefined): ReadonlyMap<string, ProductPhoto> {
	const documents = documentsOf(useThread(gp === undefined ? undefined : `PHGP/${gp}`), 'PHOT');
	return useMemo(
		() =>
			new Map(
				[...documents.values()].map(({ id, key, data, files = [] }) => {
					const [picture] = files;
					const file = picture && {
						...{ type: 'PHOT', id, fid: picture.fid },
						digest: picture.digest,
					};
					const { vig, l: width, h: height } = data;
					return [key.prod ?? '', { vig, file, width, height }];
				}),
			),
		[documents],
	);
}
