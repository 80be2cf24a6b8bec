import type { CatalogueLine, DemonstrationDocument } from '@navette/circuit/model';
import { eveningOf } from '../evening/organisation.ts';

/** How large the order of the group is. */
export interface GridSize {
	readonly consumers: number;
	readonly products: number;
}

/** One group whose orders are open, with a catalogue of exactly so many products. */
export interface GridOrganisation {
	readonly documents: readonly DemonstrationDocument[];
	readonly gc: string;
	readonly tour: { readonly gp: string; readonly livr: string };
	readonly consumers: readonly string[];
	/** Codes `pr.rp`; each is sold by units. */
	readonly products: readonly string[];
}

/** Products of the demonstration, then the same ones again under other numbers and names. */
const numberedLines = (
	lines: readonly (readonly [string, CatalogueLine])[],
	count: number,
): Readonly<Record<string, CatalogueLine>> =>
	Object.fromEntries(
		Array.from({ length: count }, (_, n): [string, CatalogueLine] => {
			const [code, line] = lines[n % lines.length] ?? ['1.1', undefined];
			if (!line) throw new Error('the demonstration has no product');
			const round = Math.floor(n / lines.length);
			if (round === 0) return [code, line];
			const [pr = '', rp = ''] = code.split('.');
			const perm = { ...line.perm, lib: `${line.perm.lib} n° ${round + 1}` };
			return [`${pr}.${round * 1_000 + Number(rp)}`, { ...line, perm }];
		}),
	);

/** The largest order that screens are promised for: 45 consumers × 120 products. */
export const gridOf = ({ consumers, products }: GridSize, now: number): GridOrganisation => {
	const evening = eveningOf({ groups: 1, consumers }, now);
	const sold = new Set(evening.products);
	let codes: readonly string[] = [];
	const documents = evening.documents.map((one): DemonstrationDocument => {
		if (one.type !== 'CATL') return one;
		const lines = Object.entries(one.data.lignes).filter(([code]) => sold.has(code));
		const lignes = numberedLines(lines, products);
		codes = Object.keys(lignes);
		return { ...one, data: { ...one.data, lignes } };
	});
	const { tour, groups } = evening;
	return { documents, tour, gc: groups[0] ?? '', consumers: evening.consumers, products: codes };
};

/** What each consumer has ordered when the screen is opened: a third of the cells, by halves. */
export const ordersOf = ({ products }: Pick<GridOrganisation, 'products'>, at: number) =>
	products
		.filter((_, n) => (n + at) % 3 === 0)
		.map((prod, n) => ({ prod, q2: 2 * (1 + ((n + at) % 4)) }));
