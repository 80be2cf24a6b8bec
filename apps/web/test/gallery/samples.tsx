import {
	Chip,
	Columns,
	DataAge,
	DataGrid,
	EmptyState,
	ErrorState,
	type GridColumn,
	LoadingState,
	Page,
	parseQuantity,
	QuantityStepper,
	Stat,
	Stats,
	useAnnounce,
	useFormats,
	useUndo,
	WeightStepper,
} from '@navette/ui';
import { useState } from 'react';

const refusal = {
	code: 'E-PHASE',
	saved: false,
	retry: 'change',
	sentence: {
		fr: 'Rien n’a été enregistré. Les commandes sont closes depuis jeudi 20:00.',
		en: 'Nothing was saved. Orders have been closed since Thursday 20:00.',
	},
} as const;

function Steppers() {
	const { money, quantity } = useFormats();
	const announce = useAnnounce();
	const offerUndo = useUndo();
	const [halves, setHalves] = useState(2);
	const [grams, setGrams] = useState(1500);
	const change = (next: number) => {
		setHalves(next);
		announce(`Oranges : ${quantity(next)}, ${money((next * 2100) / 2)}`);
		offerUndo({ message: `Oranges : ${quantity(next)}`, undo: () => setHalves(halves) });
	};
	return (
		<Columns>
			<section className="nv-card">
				<h2>Oranges, cagette 10 kg</h2>
				<QuantityStepper label="Oranges" halves={halves} half max={9} onChange={change} />
			</section>
			<section className="nv-card">
				<h2>Café 250 g</h2>
				<QuantityStepper label="Café" halves={0} half={false} onChange={() => undefined} />
			</section>
			<section className="nv-card">
				<h2>Carottes</h2>
				<WeightStepper label="Carottes" grams={grams} step={500} onChange={setGrams} />
			</section>
		</Columns>
	);
}

interface Line {
	readonly id: string;
	readonly name: string;
	readonly halves: readonly number[];
}

const CONSUMERS = 45;
const PRODUCTS = 120;
const start: readonly Line[] = Array.from({ length: PRODUCTS }, (_, product) => ({
	id: `p${product}`,
	name: product % 3 === 0 ? `Caissette de veau ${product}` : `Produit ${product}`,
	halves: Array.from({ length: CONSUMERS }, (_, consumer) => (product * consumer) % 7),
}));

function OrderGrid() {
	const { quantity } = useFormats();
	const [lines, setLines] = useState(start);
	const columns: readonly GridColumn<Line>[] = [
		{ id: 'name', title: 'Produit', width: 11, cell: ({ name }) => name },
		...Array.from({ length: CONSUMERS }, (_, consumer): GridColumn<Line> => {
			const take = (line: Line, typed: string) => {
				const next = parseQuantity(typed);
				if (next === undefined) return 'Écrivez une quantité : 2, 1,5 ou ½.';
				const halves = line.halves.with(consumer, next);
				setLines((all) => all.map((one) => (one.id === line.id ? { ...one, halves } : one)));
				return undefined;
			};
			const text = (line: Line) => quantity(line.halves[consumer] ?? 0);
			return {
				id: `c${consumer}`,
				title: `Conso ${consumer}`,
				width: 5.5,
				align: 'end',
				cell: (line) => (line.halves[consumer] === 0 ? '' : text(line)),
				editing: { text, commit: take },
			};
		}),
	];
	return (
		<DataGrid
			label="Commande du groupe"
			rows={lines}
			rowId={({ id }) => id}
			columns={columns}
			maxHeight={26}
		/>
	);
}

/** Every part, with content that looks real. */
export function Samples() {
	const { money, weight } = useFormats();
	return (
		<Page
			title="Livraison du samedi 14 juin"
			aside={<DataAge syncedAt={Date.UTC(2025, 5, 10, 15, 57)} />}
		>
			<Stats>
				<Stat name="Montant" value={money(123_450)} about="à payer au groupe" />
				<Stat name="Poids brut" value={weight(23_500)} />
				<Stat name="Références" value="12" />
			</Stats>
			<div>
				<Chip tone="ok">Prêt</Chip> <Chip tone="info">Ouvert</Chip>{' '}
				<Chip tone="warn">½ manquant</Chip> <Chip tone="danger">Perdu</Chip> <Chip>Plus tard</Chip>
			</div>
			<Steppers />
			<OrderGrid />
			<Columns>
				<EmptyState title="Aucune livraison ouverte">Prochaine ouverture : le 2 mai.</EmptyState>
				<ErrorState error={refusal} retry={() => undefined} />
				<LoadingState />
			</Columns>
		</Page>
	);
}
