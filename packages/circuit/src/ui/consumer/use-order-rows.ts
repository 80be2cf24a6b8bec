import { useMemo } from 'react';
import { type OrderRow, orderRows, type PendingOrder } from '../../client/index.ts';
import type { ConsumerOrder } from '../../model/index.ts';
import type { DeliveryView } from './use-delivery.ts';

/** Products declared less than this before the opening are new. */
const NEW_MS = 45 * 86_400_000;

/** The rows of the order form of a delivery; none before the catalogue is there. */
export function useOrderRows(
	view: DeliveryView,
	order: ConsumerOrder | null,
	pending: PendingOrder,
): readonly OrderRow[] {
	const { groupOrder, delivery } = view;
	const catalogue = view.catalogue.result;
	const { gc } = view.place;
	const opening = delivery?.tOuv ?? 0;
	return useMemo(
		() =>
			catalogue
				? orderRows({
						...{ gc, catalogue, order, pending, newSince: opening - NEW_MS },
						...(groupOrder === undefined ? {} : { groupOrder }),
					})
				: [],
		[gc, catalogue, order, pending, groupOrder, opening],
	);
}
