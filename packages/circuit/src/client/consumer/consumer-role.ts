/** The entry of the report `Moi` of a person who orders, as far as these screens need it. */
export interface ConsumerRole {
	/** `CO/dupleix.3` */
	readonly right: string;
	readonly gc?: string;
	readonly co?: number | string;
	/** codes of the groupements linked to the group */
	readonly gps?: readonly string[];
	/** hours by which the orders of the group's consumers close before the others; 0 when unsaid */
	readonly avance?: unknown;
	/** status of the consumer: 1 = orders blocked */
	readonly st?: unknown;
}

/** Who orders: right used, group, consumer. */
export interface Consumer {
	readonly right: string;
	readonly gc: string;
	readonly co: string;
	readonly gps: readonly string[];
	readonly avance: number;
	/** whether his orders are blocked by the animator */
	readonly blocked: boolean;
}

const SUBJECT = /^CO\/([^.]+)\.([^.]+)$/;

/** The consumer of a role. A role without codes names them in its right. */
export const consumerOf = (role: ConsumerRole): Consumer => {
	const [, gc = '', co = ''] = SUBJECT.exec(role.right) ?? [];
	return {
		right: role.right,
		gc: role.gc ?? gc,
		co: role.co === undefined ? co : String(role.co),
		gps: role.gps ?? [],
		avance: typeof role.avance === 'number' ? role.avance : 0,
		blocked: role.st === 1,
	};
};

/** An order: of whom, in which delivery. */
export interface OrderPlace {
	readonly right: string;
	readonly gc: string;
	readonly co: string;
	readonly gp: string;
	readonly livr: string;
}

export const orderPlace = (consumer: Consumer, gp: string, livr: string): OrderPlace => {
	const { right, gc, co } = consumer;
	return { right, gc, co, gp, livr };
};

/** Key text of the consumer's order. */
export const orderId = ({ gc, co, gp, livr }: OrderPlace): string => `${gc}.${co}.${gp}.${livr}`;

/** Thread of the consumers' orders of a group. */
export const orderThread = ({ gc, gp, livr }: Omit<OrderPlace, 'right' | 'co'>): string =>
	`CMDC/${gc}.${gp}.${livr}`;

/** Thread of a group's order. */
export const groupThread = ({ gc, gp, livr }: Omit<OrderPlace, 'right' | 'co'>): string =>
	`CMDG/${gc}.${gp}.${livr}`;

/** Key text of the group's order. */
export const groupOrderId = ({ gc, gp, livr }: Omit<OrderPlace, 'right' | 'co'>): string =>
	`${gc}.${gp}.${livr}`;
