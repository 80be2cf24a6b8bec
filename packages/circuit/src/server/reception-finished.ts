import type { OperationContext } from '@navette/engine';
import { isSettled, RECEIVED, unsettledProducts } from '../model/index.ts';
import { postAutomatic } from './automatic-items.ts';
import { readGrouped, readOne } from './documents.ts';
import { type GroupKey, type OpenGroup, openGroup } from './group-writing.ts';

/**
 * Says in the chat of the distribution, once and silently, that everything a group received is shared
 * out. What its own lines already deny is found without reading the orders of its consumers.
 */
export const announceReceived = async (
	context: OperationContext,
	open: OpenGroup,
): Promise<void> => {
	const { key, catalogue, group, used } = open;
	const order = await readOne(context, 'BCG', key);
	if (
		!order ||
		!isSettled(order.tot.al) ||
		unsettledProducts(order, [], catalogue, group.par).length
	)
		return;
	const chat = await readOne(context, 'CHD', key);
	if (chat?.items.some((item) => item.auto === RECEIVED)) return;
	const consumers = await readGrouped(context, 'BCC', 'groupDelivery', key);
	const orders = consumers.map(({ data }) => data);
	if (unsettledProducts(order, orders, catalogue, group.par).length > 0) return;
	const event = { code: RECEIVED, facts: { gc: key.gc } };
	await postAutomatic(context, 'CHD', key, { used, init: group.carte.init }, [event]);
};

/** As `announceReceived`, after one consumer's order was written. */
export const finishReception = async (
	context: OperationContext,
	input: GroupKey & { readonly right: string },
): Promise<void> => {
	const opened = await openGroup(context, input, 'BCC.dis');
	if (opened.ok) await announceReceived(context, opened.value);
};
