import { amountOf, type ConsumerOrder, GROUP_ITSELF } from '../../model/index.ts';
import type { OfferedCatalogue } from './catalogue.ts';
import type { ClosingEntry } from './closing-check.ts';

/** A quantity that settles an entry of the closing check, in one tap. Halves, or grams (P). */
export interface ClosingFix {
	/** `add`: a half or a unit more; `less`: a half less; `cap`: down to what is usual. */
	readonly kind: 'add' | 'less' | 'cap';
	readonly co: string;
	readonly from: number;
	readonly to: number;
}

/**
 * What settles an entry, best first. Halves: one more for the group itself, then one more or one less
 * for each who has a half. Much: down to the usual most. Alone: the group takes one too, or nobody.
 */
export const closingFixes = (
	{ why, code, people }: ClosingEntry,
	orders: Readonly<Record<string, ConsumerOrder>>,
	catalogue: OfferedCatalogue,
): ClosingFix[] => {
	const product = catalogue.lignes[code];
	if (!product) return [];
	const { mode, pas = 1 } = product.perm;
	const now = (co: string) => amountOf(mode, orders[co]?.lignes[code]?.cmd);
	const fix = (kind: ClosingFix['kind'], co: string, to: number) => ({
		...{ kind, co, from: now(co), to },
	});
	const others = people.filter((co) => co !== GROUP_ITSELF);
	if (why === 'high') return people.map((co) => fix('cap', co, product.act.qmax ?? now(co)));
	if (why === 'alone') {
		const [only = GROUP_ITSELF] = people;
		const group = fix('add', GROUP_ITSELF, now(GROUP_ITSELF) + (mode === 'P' ? pas : 2));
		return only === GROUP_ITSELF ? [fix('less', only, 0)] : [group, fix('less', only, 0)];
	}
	return [
		fix('add', GROUP_ITSELF, now(GROUP_ITSELF) + 1),
		...others.map((co) => fix('add', co, now(co) + 1)),
		...people.map((co) => fix('less', co, now(co) - 1)),
	];
};
