import {
	type AlertName,
	alertNames,
	alertsFor,
	type ConsumerOrder,
	type GroupOrder,
	productAlerts,
	type Tolerance,
	unsettledProducts,
} from '../../model/index.ts';
import type { OfferedCatalogue } from './catalogue.ts';

/** The tool that settles an alert. */
export type SettleTool = 'receive' | 'packages' | 'share' | 'order';

/** A product that is not settled, why, and with which tool. */
export interface SettleEntry {
	readonly code: string;
	readonly label: string;
	readonly alerts: readonly AlertName[];
	readonly tool: SettleTool;
}

const TOOLS: readonly (readonly [SettleTool, readonly AlertName[]])[] = [
	['receive', ['NONDECL']],
	['packages', ['PAQ', 'PAQR', 'ORPH']],
	['share', ['REPART', 'NONCMD']],
];

const toolOf = (alerts: readonly AlertName[], isReceived: boolean): SettleTool =>
	isReceived ? toolFor(alerts) : 'receive';

const toolFor = (alerts: readonly AlertName[]): SettleTool =>
	TOOLS.find(([, names]) => names.some((name) => alerts.includes(name)))?.[0] ?? 'order';

/** "7 products to settle": each with its alerts and the tool to open, in the order of names. */
export const settleList = (
	order: GroupOrder | null,
	orders: readonly ConsumerOrder[],
	catalogue: OfferedCatalogue,
	tolerance: Tolerance,
): SettleEntry[] =>
	unsettledProducts(order, orders, catalogue, tolerance)
		.map((code): SettleEntry => {
			const product = catalogue.lignes[code];
			const line = order?.lignes[code];
			const lines = orders.flatMap(({ lignes }) => lignes[code] ?? []);
			const bits = line ? productAlerts(line, lines, product, tolerance, true) : 0;
			const alerts = alertNames(alertsFor('GC', bits));
			const tool = toolOf(alerts, line?.rec !== undefined);
			return { code, label: product?.perm.lib ?? code, alerts, tool };
		})
		.toSorted((a, b) => a.label.localeCompare(b.label, 'fr'));
