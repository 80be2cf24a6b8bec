import {
	amountOf,
	type ConsumerLine,
	type ConsumerOrder,
	dueOf,
	type GroupLine,
	type GroupOrder,
	type HeldPackage,
	isSome,
	lineFigures,
	type Permanent,
	wantedOf,
} from '../../model/index.ts';
import type { OfferedCatalogue } from '../animator/catalogue.ts';

/**
 * Why one got another quantity than ordered: `shared` the animator attributed less before, `lost` the
 * group received less than was shipped, `short` less was shipped than wanted, `less` or `more` was
 * given.
 */
export type GotReason = 'shared' | 'lost' | 'short' | 'less' | 'more';

/** One product as it was got. Amounts are halves (U, UP) or grams (P). */
export interface GotLine {
	readonly code: string;
	/** Absent when the catalogue at hand does not know the product. */
	readonly perm?: Permanent;
	readonly ordered: number;
	/** Absent until something was given or weighed. */
	readonly got?: number;
	/** What counts today: given, failing that attributed, failing that ordered. */
	readonly due: number;
	/** Net grams. */
	readonly net: number;
	/** Cents. */
	readonly px: number;
	readonly est: boolean;
	readonly packages: readonly HeldPackage[];
	readonly reason?: GotReason;
	/** What the animator noted. */
	readonly remark?: string;
}

const reasonOf = (
	line: ConsumerLine,
	group: GroupLine | undefined,
	mode: Permanent['mode'],
): GotReason | undefined => {
	const [ordered, due] = [amountOf(mode, line.cmd), amountOf(mode, dueOf(line))];
	if (due > ordered) return 'more';
	if (due === ordered) return undefined;
	if (amountOf(mode, wantedOf(line)) === due) return 'shared';
	const [shipped, received] = [group?.exp, group?.rec];
	const wanted = amountOf(mode, group?.att);
	if (shipped && received && amountOf(mode, received) < amountOf(mode, shipped)) return 'lost';
	if (shipped && amountOf(mode, shipped) < wanted) return 'short';
	return received && amountOf(mode, received) < wanted ? 'short' : 'less';
};

const collator = new Intl.Collator('fr', { sensitivity: 'base', numeric: true });

/** What a consumer ordered, got and owes, by product in the order of the shelves. */
export const gotLines = (
	order: ConsumerOrder | null,
	groupOrder: GroupOrder | null | undefined,
	catalogue: Pick<OfferedCatalogue, 'lignes'> | undefined,
): readonly GotLine[] =>
	Object.entries(order?.lignes ?? {})
		.map(([code, line]): GotLine => {
			const product = catalogue?.lignes[code];
			const mode = product?.perm.mode ?? (line.cmd.g === undefined ? 'U' : 'P');
			const figures = lineFigures(line, product);
			const isGot = line.dis !== undefined || (line.paq ?? []).length > 0;
			const reason = reasonOf(line, groupOrder?.lignes[code], mode);
			return {
				...{ code, ordered: amountOf(mode, line.cmd), due: amountOf(mode, dueOf(line)) },
				...(product ? { perm: product.perm } : {}),
				...(isGot ? { got: amountOf(mode, dueOf(line)) } : {}),
				...{ net: figures.net, px: figures.px, est: figures.est },
				packages: line.paq ?? [],
				...(reason ? { reason } : {}),
				...(line.rem === undefined ? {} : { remark: line.rem }),
			};
		})
		.filter(({ ordered, due }) => ordered > 0 || due > 0)
		.sort(
			(a, b) =>
				collator.compare(a.perm?.rayon ?? '', b.perm?.rayon ?? '') ||
				collator.compare(a.perm?.lib ?? a.code, b.perm?.lib ?? b.code),
		);

/** Whether the group has begun to say what it received: before, everything is as it was ordered. */
export const isUnloading = (groupOrder: GroupOrder | null | undefined): boolean =>
	Object.values(groupOrder?.lignes ?? {}).some(
		({ rec, dis, paq }) => rec !== undefined || isSome(dis) || (paq ?? []).length > 0,
	);
