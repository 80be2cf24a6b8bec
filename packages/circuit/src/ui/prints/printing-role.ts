import type { RoleView } from '@navette/ui';
import { printsOf } from '../../client/index.ts';

/** Who prints: the part of a role that the prints need. */
export interface PrintingRole {
	readonly right: string;
	readonly usage: keyof typeof printsOf;
	/** Own group of an animator. */
	readonly gc: string | undefined;
	/** Own number of a producer. */
	readonly pr: string | undefined;
	/** Groupements whose deliveries he prints. */
	readonly gps: readonly string[];
}

const isPrinting = (usage: string): usage is PrintingRole['usage'] =>
	Object.hasOwn(printsOf, usage);

/** The part of a role that prints; consumers and administrators have no screen of these. */
export const printingRole = (role: RoleView): PrintingRole => {
	const [first = '', second] = (role.right.split('/')[1] ?? '').split('.');
	const usage = isPrinting(role.usage) ? role.usage : 'PR';
	const isGroup = usage === 'GC';
	return {
		...{ right: role.right, usage },
		gc: isGroup ? (role.gc ?? first) : undefined,
		pr: usage === 'PR' ? String(role.pr ?? second ?? '') : undefined,
		gps: isGroup ? (role.gps ?? []) : [role.gp ?? first],
	};
};
