import type { Card, ConsumerOrder, ConsumersDirectory, Contact } from '../../model/index.ts';

/** A member of a group as its animators see him. */
export interface Member {
	readonly co: string;
	readonly card: Card;
	readonly contact: Contact;
	/** 0 active, 1 orders blocked, 2 access blocked, 9 left. */
	readonly status: number;
	/** Whether he has an order in the delivery looked at. */
	readonly hasOrdered: boolean;
}

/** Members by name; those who left come last. */
export const membersOf = (
	directory: ConsumersDirectory | undefined,
	orders: Readonly<Record<string, ConsumerOrder>> = {},
): Member[] =>
	Object.entries(directory?.cos ?? {})
		.map(([co, { carte, contact, st }]) => ({
			...{ co, card: carte, contact, status: st },
			hasOrdered: orders[co] !== undefined,
		}))
		.toSorted(
			(a, b) =>
				Number(a.status === 9) - Number(b.status === 9) ||
				a.card.nom.localeCompare(b.card.nom, 'fr'),
		);
