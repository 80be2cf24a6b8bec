import {
	amountOf,
	type ConsumerOrder,
	type GroupOrder,
	halvesMissing,
	type Permanent,
} from '../../model/index.ts';
import type { OfferedCatalogue } from '../animator/catalogue.ts';

/** A product of the group's order as its consumers see it: totals, no names. */
export interface GroupProduct {
	readonly code: string;
	/** absent when the catalogue at hand does not know the product */
	readonly perm?: Permanent;
	/** halves, or grams in mode P */
	readonly ordered: number;
	readonly mine: number;
	/** halves missing to make whole units */
	readonly missing: 0 | 1;
	/** how many consumers ordered it */
	readonly people: number;
}

const collator = new Intl.Collator('fr', { sensitivity: 'base', numeric: true });

/** Products of a group's order: those that lack a half first, then by shelf and name. */
export const groupProducts = (
	groupOrder: GroupOrder | null,
	order: ConsumerOrder | null,
	catalogue: Pick<OfferedCatalogue, 'lignes'> | undefined,
): readonly GroupProduct[] =>
	Object.entries(groupOrder?.lignes ?? {})
		.map(([code, line]): GroupProduct => {
			const perm = catalogue?.lignes[code]?.perm;
			const mode = perm?.mode ?? (line.att.g > 0 ? 'P' : 'U');
			return {
				code,
				...(perm ? { perm } : {}),
				ordered: amountOf(mode, line.att),
				mine: amountOf(mode, order?.lignes[code]?.att ?? order?.lignes[code]?.cmd),
				missing: perm ? halvesMissing(line, perm) : 0,
				people: line.cmd.nco,
			};
		})
		.filter(({ ordered, mine }) => ordered > 0 || mine > 0)
		.sort(
			(a, b) =>
				b.missing - a.missing ||
				collator.compare(a.perm?.rayon ?? '', b.perm?.rayon ?? '') ||
				collator.compare(a.perm?.lib ?? a.code, b.perm?.lib ?? b.code),
		);
