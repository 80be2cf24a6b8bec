import type { Right } from '@navette/model';
import { isActorCode, isGroupCode } from './codes.ts';
import type { ConsumerStatus } from './sheets.ts';

/** Who acts, as his access right says. `power`: 1 main, 2 helper. */
export type Holder =
	| { readonly role: 'CO'; readonly gc: string; readonly co: string }
	| { readonly role: 'GC'; readonly gc: string; readonly power: number }
	| { readonly role: 'GP'; readonly gp: string; readonly power: number }
	| { readonly role: 'PR'; readonly gp: string; readonly pr: string }
	| { readonly role: 'ADM' };

/** Reads a right (`CO/dupleix.3`, `GC/dupleix`, `GP/bocage`, `PR/bocage.2`, `ADM`). */
export const holderOf = (right: Right): Holder | undefined => {
	const [first = '', second, ...more] = right.subject.split('.');
	if (right.usage === 'ADM') return right.subject === '' ? { role: 'ADM' } : undefined;
	if (more.length > 0 || !isGroupCode(first)) return undefined;
	const { power } = right;
	if (second === undefined) {
		if (right.usage === 'GC') return { role: 'GC', gc: first, power };
		return right.usage === 'GP' ? { role: 'GP', gp: first, power } : undefined;
	}
	if (!isActorCode(second)) return undefined;
	if (right.usage === 'CO') return { role: 'CO', gc: first, co: second };
	return right.usage === 'PR' ? { role: 'PR', gp: first, pr: second } : undefined;
};

/** Facts of the organisation that decide who sees what; read from its sheets by the caller. */
export interface AccessFacts {
	/** Groups with an active link on both sides, by groupement. */
	readonly groupsOf: Readonly<Record<string, readonly string[]>>;
	/** Status of consumers, by `gc.co`; absent = active. */
	readonly statuses: Readonly<Record<string, ConsumerStatus>>;
	/** Groups that show producers the detail by consumer (`par.detPr`). */
	readonly detailGroups: readonly string[];
}

/** Whether a group and a groupement do business. */
export const areLinked = (facts: AccessFacts, gc: string, gp: string): boolean =>
	Object.hasOwn(facts.groupsOf, gp) && (facts.groupsOf[gp] ?? []).includes(gc);

/** Whether a holder may come in at all: a consumer blocked or gone may not. */
export const isAdmitted = (facts: AccessFacts, holder: Holder): boolean =>
	holder.role !== 'CO' ||
	(Object.hasOwn(facts.statuses, `${holder.gc}.${holder.co}`)
		? (facts.statuses[`${holder.gc}.${holder.co}`] ?? 0) < 2
		: true);

/** Whether a holder is of a groupement, or of a group that does business with it. */
export const dealsWith = (facts: AccessFacts, holder: Holder, gp: string): boolean => {
	if (holder.role === 'ADM') return false;
	return 'gp' in holder ? holder.gp === gp : areLinked(facts, holder.gc, gp);
};
