import { UnstyledButton } from '@mantine/core';
import { Chip, useFormats, useText } from '@navette/ui';
import { Thumbnail } from '../../parts/photo/thumbnail.tsx';
import { usePhotos } from '../../parts/photo/use-photos.ts';
import { catalogueTexts } from './catalogue-texts.ts';
import { priceText } from './product-words.ts';
import type { CatalogueDesk } from './use-catalogue.ts';

/** The products of a groupement on a phone. */
export function CatalogueCards({ desk }: { readonly desk: CatalogueDesk }) {
	const text = useText(catalogueTexts);
	const formats = useFormats();
	const photos = usePhotos(desk.view.gp);
	return [...Map.groupBy(desk.shown, ({ pr }) => pr)].map(([pr, own]) => (
		<section key={pr} className="cg-catalogue-part" aria-labelledby={`producer-${pr}`}>
			<h2 id={`producer-${pr}`}>{desk.view.producerName(pr)}</h2>
			<ul>
				{own.map(({ code, product, current, coming }) => (
					<li key={code}>
						{photos.size === 0 ? null : (
							<Thumbnail photo={photos.get(code) ?? null} name={product.lib} />
						)}
						<UnstyledButton className="nv-card cg-catalogue-card" onClick={() => desk.open(code)}>
							<span>
								<b>{product.lib}</b>
								<small className="nv-quiet">{product.rayon}</small>
							</span>
							<span>
								{current ? priceText(current.pu, product, formats) : text.noPrice}
								{current?.dispo === 0 ? <Chip tone="danger">{text.dispos[0]}</Chip> : null}
								{coming[0] ? (
									<small className="nv-quiet">
										{text.comingValue(
											formats.money(coming[0].pu),
											formats.day(String(coming[0].d), 'short'),
										)}
									</small>
								) : null}
							</span>
						</UnstyledButton>
					</li>
				))}
			</ul>
		</section>
	));
}
