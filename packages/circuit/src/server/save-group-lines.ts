import type { OperationContext } from '@navette/engine';
import {
	type GroupLine,
	type GroupOrder,
	type Package,
	packagesByConsumer,
	parseProductCode,
	touchedHolders,
	withGroupLine,
	withHeldPackages,
} from '../model/index.ts';
import { readOne, writeOrRemove } from './documents.ts';
import { judgedBy, type OpenGroup } from './group-writing.ts';
import { judgeCartons } from './save-carton.ts';
import { saveOrder } from './save-order.ts';

/** What a group writes of one product; `null` removes, absent leaves. */
export interface OwnedChange {
	readonly rec?: GroupLine['rec'] | null;
	readonly rem?: string | null;
	readonly paq?: readonly Package[];
}

/** The orders of those whose packages moved are written again from the list of the group. */
const saveHolders = async (
	context: OperationContext,
	open: OpenGroup,
	code: string,
	before: readonly Package[],
	after: readonly Package[],
): Promise<void> => {
	const { group, catalogue } = open;
	const held = packagesByConsumer(after);
	for (const co of touchedHolders(before, after)) {
		const key = { ...open.key, co };
		const order = (await readOne(context, 'BCC', key)) ?? null;
		const consumer = await readOne(context, 'FCO', { gc: key.gc, co });
		const next = withHeldPackages(order, code, held[co] ?? [], catalogue);
		const facts = { group, consumer };
		await saveOrder(context, { key, facts, catalogue, before: order, after: next });
	}
};

/**
 * Writes what a group received, remarked or holds in packages, by product code, with all that follows
 * from it: the orders of those who hold packages, and the alerts of the producers' cartons.
 */
export const saveGroupLines = async (
	context: OperationContext,
	open: OpenGroup,
	changes: Readonly<Record<string, OwnedChange>>,
): Promise<GroupOrder | null> => {
	let group = open.order;
	for (const [code, { paq, ...owned }] of Object.entries(changes)) {
		const list = paq === undefined ? {} : { paq: paq.length > 0 ? [...paq] : null };
		group = withGroupLine(group, code, { ...owned, ...list }, judgedBy(open));
	}
	await writeOrRemove(context, 'BCG', open.key, group);
	for (const [code, { paq }] of Object.entries(changes))
		if (paq) await saveHolders(context, open, code, open.order?.lignes[code]?.paq ?? [], paq);
	const saved = (await readOne(context, 'BCG', open.key)) ?? null;
	const producers = Object.keys(changes).flatMap((code) => parseProductCode(code)?.pr ?? []);
	await judgeCartons(context, open, saved, producers);
	return saved;
};
