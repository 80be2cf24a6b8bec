import { parseProductCode } from './codes.ts';
import type { Instant } from './fields.ts';
import type { GroupLine, GroupOrder, WeighedQuantity } from './orders.ts';
import type { CatalogueLine, DeliveryCatalogue } from './product.ts';

/** What is taken for received: what was shipped, or what the group wanted. */
export type ReceivedAs = 'exp' | 'cmd';

const received = (
	line: GroupLine,
	{ perm }: CatalogueLine,
	as: ReceivedAs,
): Pick<WeighedQuantity, 'q2' | 'g'> | undefined => {
	const found = as === 'exp' ? line.exp : line.att;
	if (!found || (found.q2 === 0 && found.g === 0)) return undefined;
	if (perm.mode === 'P') return { g: found.g };
	// The weight of pieces is known only when the producer weighed them.
	const isWeighed = perm.mode === 'UP' && as === 'exp' && found.g > 0;
	return isWeighed ? { q2: found.q2, g: found.g } : { q2: found.q2 };
};

/**
 * "All as shipped" for a producer in one gesture: what each of his products not declared yet becomes,
 * by product code. What somebody typed is never replaced.
 */
export const receivedAs = (
	order: GroupOrder | null,
	catalogue: Pick<DeliveryCatalogue, 'lignes'>,
	asked: { readonly pr: string; readonly as: ReceivedAs },
	mark: { readonly t: Instant; readonly par: string },
): Record<string, WeighedQuantity> =>
	Object.fromEntries(
		Object.entries(order?.lignes ?? {}).flatMap(([code, line]) => {
			const product = catalogue.lignes[code];
			if (!product || line.rec || parseProductCode(code)?.pr !== asked.pr) return [];
			const found = received(line, product, asked.as);
			return found ? [[code, { ...found, ...mark }]] : [];
		}),
	);
