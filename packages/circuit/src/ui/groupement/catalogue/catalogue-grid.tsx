import { useFormats, usePreferences, useText } from '@navette/ui';
import { useMemo } from 'react';
import type { GeneralProduct } from '../../../client/index.ts';
import type { SheetCell, SheetItem, SheetSpec } from '../../parts/sheet/sheet.ts';
import { SheetGrid } from '../../parts/sheet/sheet-grid.tsx';
import { type CatalogueTexts, catalogueTexts } from './catalogue-texts.ts';
import { priceText } from './product-words.ts';
import type { CatalogueDesk } from './use-catalogue.ts';

const SIZES = {
	comfortable: { row: 2.75, section: 2.25, head: 2.5, foot: 2.25, lead: 15 },
	compact: { row: 2.125, section: 1.875, head: 2.25, foot: 2, lead: 15 },
} as const;

type Formats = ReturnType<typeof useFormats>;

const plainCell = (text: string, tone?: SheetCell['tone']): SheetCell => ({
	content: text,
	said: text,
	tone,
});

const cellOf = (row: GeneralProduct, id: string, text: CatalogueTexts, formats: Formats) => {
	const { product, current, coming } = row;
	const [next] = coming;
	switch (id) {
		case 'price':
			return current
				? plainCell(priceText(current.pu, product, formats), 'strong')
				: plainCell(text.noPrice, 'warn');
		case 'coming':
			return plainCell(
				next ? text.comingValue(formats.money(next.pu), formats.day(String(next.d), 'short')) : '',
			);
		case 'dispo':
			return current
				? plainCell(text.dispos[current.dispo], current.dispo === 0 ? 'danger' : undefined)
				: plainCell('');
		case 'net':
			return plainCell(current && product.mode !== 'P' ? formats.weight(current.pn) : '');
		case 'kind':
			return plainCell(text.kinds[product.mode]);
		default:
			return plainCell(text.storage[product.cons]);
	}
};

const itemsOf = (desk: CatalogueDesk): SheetItem<GeneralProduct>[] =>
	[...Map.groupBy(desk.shown, ({ pr }) => pr)].flatMap(([pr, own]) => [
		{ kind: 'section' as const, id: `producer ${pr}`, title: desk.view.producerName(pr) },
		...own.map((row) => ({ kind: 'row' as const, id: row.code, row })),
	]);

/** The products of a groupement under their producers. Drawn by pieces, whatever their number. */
export function CatalogueGrid({ desk }: { readonly desk: CatalogueDesk }) {
	const text = useText(catalogueTexts);
	const formats = useFormats();
	const [{ density }] = usePreferences();
	// biome-ignore lint/correctness/useExhaustiveDependencies: names of producers come with the products
	const spec = useMemo((): SheetSpec<GeneralProduct> => {
		const column = (id: string, name: string, width: number) => ({ id, name, width, head: name });
		return {
			label: text.grid,
			items: itemsOf(desk),
			columns: [
				column('price', text.price, 9.5),
				column('coming', text.coming, 12),
				column('dispo', text.dispo, 7.5),
				column('net', text.net, 6),
				column('kind', text.kind, 11),
				column('storage', text.storageHead, 6.5),
			],
			leadHead: text.product,
			leadFoot: text.count(desk.shown.length),
			rowName: ({ product }) => product.lib,
			rowHead: ({ product, isRemoved }) => (
				<span className="cg-lead">
					<span data-removed={isRemoved || undefined}>{product.lib}</span>
					<small>{product.rayon}</small>
				</span>
			),
			cell: (row, { id }) => cellOf(row, id, text, formats),
			open: ({ code }) => desk.open(code),
		};
	}, [desk.shown, text, formats]);
	return (
		<>
			<SheetGrid spec={spec} sizes={SIZES[density]} />
			<p className="ci-hint">{text.hint}</p>
		</>
	);
}
