import { QuantityStepper, useFormats, useText } from '@navette/ui';
import { IconX } from '@tabler/icons-react';
import { type PackingRow, typedWeights } from '../../client/index.ts';
import { cartonTexts } from './carton-texts.ts';
import type { Packing } from './use-packing.ts';
import { WeightEntry } from './weight-entry.tsx';

interface Props {
	readonly row: PackingRow;
	readonly packing: Packing;
	readonly writable: boolean;
}

/** Pieces with their own weights: the list weighed so far, and a field for the next. */
export function PackagesEntry({ row, packing, writable }: Props) {
	const text = useText(cartonTexts);
	const { weight, quantity } = useFormats();
	const { packages, label } = row;
	return (
		<div className="cp-packages">
			<p>
				{packages.length === 0 ? (
					text.noPackages
				) : (
					<>
						<b>{text.packages(packages.length, quantity(row.ordered))}</b>{' '}
						{weight(packages.reduce((sum, { g }) => sum + g, 0))}
					</>
				)}
			</p>
			{packages.length > 0 ? (
				<ul className="cp-weights">
					{packages.map(({ id, g, isOdd }) => (
						<li key={id} data-odd={isOdd || undefined}>
							{weight(g)}
							{writable ? (
								<button
									type="button"
									aria-label={text.removePackage(weight(g))}
									onClick={() => packing.removePackage(row, id)}
								>
									<IconX size={18} aria-hidden />
								</button>
							) : null}
						</li>
					))}
				</ul>
			) : null}
			{writable ? (
				<WeightEntry
					label={text.packageOf(label)}
					help={text.packageHelp}
					button={text.addPackage}
					expected={row.nominal}
					disabled={!writable}
					read={typedWeights}
					take={(grams) => packing.addPackages(row, grams)}
				/>
			) : null}
			{writable && packages.length === 0 ? (
				<p className="cp-unweighed">
					<span className="nv-quiet">{text.unweighed}</span>
					<QuantityStepper
						label={text.packed(label)}
						halves={row.packed ?? 0}
						half={false}
						onChange={(halves) => packing.pack(row, halves)}
					/>
				</p>
			) : null}
		</div>
	);
}
