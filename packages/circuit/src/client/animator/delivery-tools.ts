import type { Phase } from '../../model/index.ts';

/** The screens of one delivery, in the order in which a delivery lives. */
export const DELIVERY_TOOLS = [
	...([
		'group-order',
		'check',
		'unloading',
		'packages',
		'settle',
		'distribution',
		'place',
	] as const),
] as const;
export type DeliveryTool = (typeof DELIVERY_TOOLS)[number];

interface ToolsOfPhase {
	readonly tools: readonly DeliveryTool[];
	/** The one that the moment asks for. */
	readonly now: DeliveryTool;
}

const RECEPTION = ['unloading', 'packages', 'settle', 'distribution'] as const;
const HERE: readonly DeliveryTool[] = ['group-order', ...RECEPTION, 'place'];

const TOOLS: Readonly<Record<Phase, ToolsOfPhase>> = {
	0: { tools: ['group-order', 'place'], now: 'place' },
	1: { tools: ['group-order', 'check', 'place'], now: 'check' },
	2: { tools: ['group-order', 'place'], now: 'group-order' },
	3: { tools: ['group-order', 'unloading', 'place'], now: 'unloading' },
	4: { tools: HERE, now: 'unloading' },
	5: { tools: HERE, now: 'distribution' },
	6: { tools: ['group-order', 'settle', 'distribution'], now: 'group-order' },
	X: { tools: ['group-order'], now: 'group-order' },
};

/** What an animator may open of a delivery in a phase, and what the moment asks for. */
export const deliveryTools = (phase: Phase): ToolsOfPhase => TOOLS[phase];

/** Path of a screen of a delivery, relative to the role. */
export const toolPath = (gp: string, livr: string, tool: string): string =>
	`deliveries/${gp}/${livr}/${tool}`;

/** Path of the order of one consumer, on his behalf. */
export const orderPath = (gp: string, livr: string, co: string): string =>
	`deliveries/${gp}/${livr}/orders/${co}`;
