import { isSettled, productAlerts, type Tolerance } from './alerts.ts';
import type { ConsumerOrder, GroupLine, GroupOrder } from './orders.ts';
import type { DeliveryCatalogue } from './product.ts';
import { isSome } from './quantities.ts';

/** Whether a group was told what happened to a product: received, or neither ordered nor shipped. */
const isDeclared = (line: GroupLine): boolean =>
	line.rec !== undefined || !(isSome(line.att) || isSome(line.exp));

/** Products of a group still to settle, as the counter of the screen says ("7 products to settle"). */
export const unsettledProducts = (
	order: GroupOrder | null,
	consumers: readonly ConsumerOrder[],
	catalogue: Pick<DeliveryCatalogue, 'lignes'>,
	tolerance: Tolerance,
): string[] =>
	Object.entries(order?.lignes ?? {})
		.filter(([code, line]) => {
			if (!isDeclared(line) || !isSettled(line.al)) return true;
			const lines = consumers.flatMap(({ lignes }) => lignes[code] ?? []);
			return !isSettled(productAlerts(line, lines, catalogue.lignes[code], tolerance));
		})
		.map(([code]) => code);
