import { useFormats, useText } from '@navette/ui';
import { AlertChips } from '../parts/alert-chips.tsx';
import { amountInWords, amountShort } from '../parts/amount-words.ts';
import { tourTexts } from './texts.ts';
import type { TourCellsProps } from './tour-matrix.tsx';

/** The matrix on a phone: a card per product, its groups as buttons that open their orders. */
export function TourCards({ view, rows, openGroup }: TourCellsProps) {
	const text = useText(tourTexts);
	const formats = useFormats();
	const { groups, producerName } = view;
	return (
		<div className="cg-products">
			{[...Map.groupBy(rows, (row) => row.pr)].map(([pr, own]) => (
				<section key={pr} aria-label={producerName(pr)}>
					<h2>{producerName(pr)}</h2>
					<ul>
						{own.map((row) => (
							<li key={row.code} className="nv-card cg-product">
								<p>
									<b>{row.line.perm.lib}</b>
									<span>{amountInWords(row.total, row.line.perm, formats)}</span>
								</p>
								<div className="cg-product-groups">
									{groups
										.filter(({ gc }) => row.amounts.has(gc))
										.map(({ gc, name }) => (
											<button
												key={gc}
												type="button"
												aria-label={`${text.openGroup(name)} : ${amountShort(row.amounts.get(gc) ?? 0, row.mode, formats)}`}
												onClick={() => openGroup(gc)}
											>
												{name} <b>{amountShort(row.amounts.get(gc) ?? 0, row.mode, formats)}</b>
											</button>
										))}
								</div>
								<AlertChips bits={row.alerts} />
							</li>
						))}
					</ul>
				</section>
			))}
		</div>
	);
}
