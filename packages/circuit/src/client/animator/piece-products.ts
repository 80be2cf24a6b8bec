import { groupLineAlerts, isSettled, type Tolerance } from '../../model/index.ts';
import type { OfferedCatalogue } from './catalogue.ts';
import type { ReceptionState } from './reception-replay.ts';

/** A product of pieces with their own weights, and where its packages are. */
export interface PieceProduct {
	readonly code: string;
	readonly label: string;
	/** Pieces that the group wants, those found, and those in a basket. */
	readonly wanted: number;
	readonly present: number;
	readonly inBaskets: number;
	readonly settled: boolean;
}

/** The products of pieces that a group ordered, was shipped or found, in the order of names. */
export const pieceProducts = (
	{ order }: Pick<ReceptionState, 'order'>,
	catalogue: OfferedCatalogue,
	tolerance: Tolerance,
): PieceProduct[] =>
	Object.entries(order?.lignes ?? {})
		.flatMap(([code, line]): PieceProduct[] => {
			const product = catalogue.lignes[code];
			if (product?.perm.mode !== 'UP') return [];
			const present = (line.paq ?? []).filter(({ st }) => st === 0);
			return [
				{
					...{ code, label: product.perm.lib, wanted: line.att.q2 / 2 },
					present: present.length,
					inBaskets: present.filter(({ co }) => co !== null).length,
					settled: isSettled(groupLineAlerts(line, product, tolerance)),
				},
			];
		})
		.toSorted((a, b) => a.label.localeCompare(b.label, 'fr'));
