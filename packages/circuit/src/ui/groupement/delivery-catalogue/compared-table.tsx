import { Button, Checkbox } from '@mantine/core';
import { Chip, useFormats, useText } from '@navette/ui';
import { IconArrowsDiff } from '@tabler/icons-react';
import type { ComparedRow } from '../../../client/index.ts';
import type { Conditions } from '../../../model/index.ts';
import { catalogueTexts } from '../catalogue/catalogue-texts.ts';
import { priceText } from '../catalogue/product-words.ts';
import { deliveryCatalogueTexts } from './delivery-catalogue-texts.ts';
import type { DeliveryCatalogueDesk } from './use-delivery-catalogue.ts';

interface SideProps {
	readonly conditions: Conditions | undefined;
	readonly row: ComparedRow;
	readonly differs?: boolean;
}

/** The price, and what else is not usual, on one side. */
function Side({ conditions, row, differs = false }: SideProps) {
	const text = useText(deliveryCatalogueTexts);
	const { dispos } = useText(catalogueTexts);
	const formats = useFormats();
	const said = conditions ? priceText(conditions.pu, row.perm, formats) : text.absent;
	return (
		<span className="cg-side" data-differs={differs}>
			<span>
				{differs ? <IconArrowsDiff size={16} role="img" aria-label={text.differs} /> : null} {said}
			</span>
			{conditions && conditions.dispo !== 3 ? <small>{dispos[conditions.dispo]}</small> : null}
		</span>
	);
}

interface Props {
	readonly desk: DeliveryCatalogueDesk;
	readonly rows: readonly ComparedRow[];
	readonly chosen: ReadonlySet<string>;
	readonly canWrite: boolean;
	toggle(code: string): void;
	amend(code: string): void;
}

function Row({
	desk,
	row,
	chosen,
	canWrite,
	toggle,
	amend,
}: Omit<Props, 'rows'> & { readonly row: ComparedRow }) {
	const text = useText(deliveryCatalogueTexts);
	const formats = useFormats();
	const { code, perm, here, opening, general, previous, differs } = row;
	const previousTitle = desk.previous ? text.previous(formats.day(desk.previous, 'short')) : '';
	return (
		<tr>
			<th scope="row">
				{perm.lib}
				<small className="nv-quiet cg-details">{desk.view.producerName(row.pr)}</small>
			</th>
			<td data-label={text.general}>
				<Side conditions={general} row={row} differs={differs.general} />
			</td>
			<td data-label={text.here}>
				<b>
					<Side conditions={here} row={row} />
				</b>
				{opening && here && opening.pu !== here.pu ? (
					<s className="nv-quiet">{text.opening(priceText(opening.pu, perm, formats))}</s>
				) : null}
				{row.isAmended ? <Chip tone="info">{text.amended}</Chip> : null}
			</td>
			<td data-label={previousTitle}>
				{desk.previous ? <Side conditions={previous} row={row} differs={differs.previous} /> : null}
			</td>
			<td className="ci-plain cg-row-actions">
				{canWrite && differs.general ? (
					<Checkbox
						aria-label={text.choose(perm.lib)}
						checked={chosen.has(code)}
						onChange={() => toggle(code)}
					/>
				) : null}
				{canWrite && here ? (
					<Button
						variant="subtle"
						size="compact-md"
						aria-label={text.amend(perm.lib)}
						onClick={() => amend(code)}
					>
						{text.amendShort}
					</Button>
				) : null}
			</td>
		</tr>
	);
}

/** General, this delivery, the one before: differences stand out. */
export function ComparedTable(props: Props) {
	const text = useText(deliveryCatalogueTexts);
	const { day } = useFormats();
	const { previous } = props.desk;
	return (
		<div className="nv-card cg-table-box">
			<table className="ci-table cg-compared">
				<thead>
					<tr>
						<th scope="col">{text.product}</th>
						<th scope="col">{text.general}</th>
						<th scope="col">{text.here}</th>
						<th scope="col">
							{previous ? text.previous(day(previous, 'short')) : text.noPrevious}
						</th>
						<th scope="col">{text.chooseHead}</th>
					</tr>
				</thead>
				<tbody>
					{props.rows.map((row) => (
						<Row key={row.code} {...props} row={row} />
					))}
				</tbody>
			</table>
		</div>
	);
}
