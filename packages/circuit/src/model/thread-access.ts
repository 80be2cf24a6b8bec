import type { Account, Key, Right, ThreadAccess, ThreadPath, TypeAccess } from '@navette/model';
import { threadKeyOf } from '@navette/model';
import { type ThreadName, threadTypes } from './document-types.ts';
import {
	type AccessFacts,
	areLinked,
	dealsWith,
	type Holder,
	holderOf,
	isAdmitted,
} from './holder.ts';
import {
	anonymousPackages,
	chatForProposer,
	chatForReader,
	consumersForAnimator,
	consumersForConsumer,
	consumersForGroupement,
	consumersForProducer,
	ownStop,
	producersForGroup,
	producersForGroupement,
} from './projections.ts';

type Rule<H extends Holder> = (holder: H, key: Key, facts: AccessFacts) => ThreadAccess | undefined;
type Rules = { readonly [R in Holder['role']]?: Rule<Extract<Holder, { role: R }>> };

const WHOLE: TypeAccess = {};

const generalDirectory = { RG: WHOLE };

/** Calendar and deliveries of a groupement, to the people of a group: only their own stop. */
const calendarOfGroup = (
	holder: Extract<Holder, { gc: string }>,
	key: Key,
	facts: AccessFacts,
): ThreadAccess | undefined =>
	areLinked(facts, holder.gc, key.gp ?? '')
		? { CALG: WHOLE, LIVRG: { project: ownStop(holder.gc) } }
		: undefined;

/** Chats of deliveries, to the people of a group: their own distribution only. */
const chatsOfGroup = (
	holder: Extract<Holder, { gc: string }>,
	key: Key,
	facts: AccessFacts,
): ThreadAccess | undefined =>
	areLinked(facts, holder.gc, key.gp ?? '')
		? {
				CHL: { project: chatForReader(holder) },
				CHD: {
					filters: [{ gc: holder.gc }],
					...(holder.role === 'GC' ? {} : { project: chatForReader(holder) }),
				},
			}
		: undefined;

/** Photos of products, to whoever deals with their groupement. */
const photosOfPartner = (holder: Holder, key: Key, facts: AccessFacts): ThreadAccess | undefined =>
	dealsWith(facts, holder, key.gp ?? '') ? { PHOT: WHOLE } : undefined;

const isGroup = (holder: { readonly gc: string }, key: Key): boolean => key.gc === holder.gc;
const isGroupement = (holder: { readonly gp: string }, key: Key): boolean => key.gp === holder.gp;

/** Who sees what of each thread. A cell that is not here sees nothing. */
export const threadRules: Readonly<Record<ThreadName, Rules>> = {
	CMDG: {
		CO: (holder, key) =>
			isGroup(holder, key)
				? { BCG: { project: anonymousPackages }, BCC: { filters: [{ co: holder.co }] } }
				: undefined,
		GC: (holder, key) =>
			isGroup(holder, key) ? { BCG: WHOLE, BCC: WHOLE, CART: WHOLE } : undefined,
	},
	CMDC: {
		CO: (holder, key) =>
			isGroup(holder, key) ? { BCC: { filters: [{ co: holder.co }] } } : undefined,
		GC: (holder, key) => (isGroup(holder, key) ? { BCC: WHOLE } : undefined),
	},
	CMDOV: { GC: (holder, key) => (isGroup(holder, key) ? { BCG: WHOLE } : undefined) },
	CALGP: {
		CO: calendarOfGroup,
		GC: calendarOfGroup,
		GP: (holder, key) => (isGroupement(holder, key) ? { CALG: WHOLE, LIVRG: WHOLE } : undefined),
		PR: (holder, key) => (isGroupement(holder, key) ? { CALG: WHOLE, LIVRG: WHOLE } : undefined),
	},
	CMDGP: {
		GP: (holder, key) =>
			isGroupement(holder, key)
				? {
						BCG: { project: anonymousPackages },
						CART: WHOLE,
						CHD: { project: chatForReader(holder) },
					}
				: undefined,
	},
	CMDPR: {
		GP: (holder, key) => (isGroupement(holder, key) ? { CART: WHOLE, PROP: WHOLE } : undefined),
		PR: (holder, key) =>
			isGroupement(holder, key) && key.pr === holder.pr ? { CART: WHOLE, PROP: WHOLE } : undefined,
	},
	PHGP: {
		CO: photosOfPartner,
		GC: photosOfPartner,
		GP: photosOfPartner,
		PR: photosOfPartner,
	},
	RGC: {
		CO: ({ gc, co }) => ({
			...generalDirectory,
			RC: { filters: [{ gc }], project: consumersForConsumer(gc, co) },
		}),
		GC: ({ gc }) => ({
			...generalDirectory,
			RC: { filters: [{ gc }], project: consumersForAnimator },
		}),
		GP: ({ gp }, _key, facts) => ({
			...generalDirectory,
			RC: { project: consumersForGroupement(gp, facts) },
		}),
		PR: ({ gp }, _key, facts) => ({
			...generalDirectory,
			RC: { project: consumersForProducer(gp, facts) },
		}),
		ADM: () => generalDirectory,
	},
	RGP: {
		CO: (holder, _key, facts) => ({
			...generalDirectory,
			RP: { project: producersForGroup(holder, facts) },
		}),
		GC: (holder, _key, facts) => ({
			...generalDirectory,
			RP: { project: producersForGroup(holder, facts) },
		}),
		GP: (holder) => ({ ...generalDirectory, RP: { project: producersForGroupement(holder) } }),
		PR: (holder) => ({ ...generalDirectory, RP: { project: producersForGroupement(holder) } }),
		ADM: () => generalDirectory,
	},
	CHL: {
		CO: chatsOfGroup,
		GC: chatsOfGroup,
		GP: (holder, key) =>
			isGroupement(holder, key)
				? { CHL: WHOLE, CHD: { project: chatForReader(holder) } }
				: undefined,
		PR: (holder, key) =>
			isGroupement(holder, key) ? { CHL: { project: chatForReader(holder) } } : undefined,
	},
	CHCO: {
		CO: (holder, key) =>
			isGroup(holder, key) ? { CHCO: { project: chatForReader(holder) } } : undefined,
		GC: (holder, key) => (isGroup(holder, key) ? { CHCO: WHOLE } : undefined),
		GP: (holder, key, facts) =>
			areLinked(facts, key.gc ?? '', holder.gp)
				? { CHCO: { project: chatForProposer(holder) } }
				: undefined,
	},
	CHPR: {
		GC: (holder, key, facts) =>
			dealsWith(facts, holder, key.gp ?? '')
				? { CHPR: { project: chatForProposer(holder) } }
				: undefined,
		// What one producer proposes is not the business of the others: he reads it with his cartons.
		GP: (holder, key) => (isGroupement(holder, key) ? { CHPR: WHOLE, PROP: WHOLE } : undefined),
		PR: (holder, key) =>
			isGroupement(holder, key) ? { CHPR: { project: chatForReader(holder) } } : undefined,
	},
};

const isThreadName = (name: string): name is ThreadName => Object.hasOwn(threadTypes, name);

const applyRule = <R extends Holder['role']>(
	rules: Rules,
	holder: Extract<Holder, { role: R }>,
	key: Key,
	facts: AccessFacts,
): ThreadAccess | undefined => {
	const rule = rules[holder.role as R] as Rule<Extract<Holder, { role: R }>> | undefined;
	return rule?.(holder, key, facts);
};

/** What one right lets see of a thread; `undefined` = not even that it exists. */
export const threadAccessOf = (
	right: Right,
	path: ThreadPath,
	facts: AccessFacts,
): ThreadAccess | undefined => {
	const holder = holderOf(right);
	if (!holder || !isThreadName(path.type) || !isAdmitted(facts, holder)) return undefined;
	const key = threadKeyOf(threadTypes[path.type], path);
	return key && applyRule(threadRules[path.type], holder, key, facts);
};

/** Wider first: whole, then projected, then filtered. */
const width = (access: TypeAccess): number => (access.filters ? 0 : 2) + (access.project ? 0 : 1);

/** What two rights give together: their filters are alternatives; otherwise the wider one counts. */
const together = (a: TypeAccess, b: TypeAccess): TypeAccess =>
	a.filters && b.filters && a.project?.name === b.project?.name
		? { ...a, filters: [...a.filters, ...b.filters] }
		: width(b) > width(a)
			? b
			: a;

/** What an account sees of a thread by all its rights. */
export const accountAccess = (
	account: Pick<Account, 'rights'>,
	path: ThreadPath,
	facts: AccessFacts,
): ThreadAccess | undefined => {
	let merged: Record<string, TypeAccess> | undefined;
	for (const right of account.rights) {
		const access = threadAccessOf(right, path, facts);
		for (const [type, one] of Object.entries(access ?? {})) {
			const known = merged?.[type];
			merged = { ...merged, [type]: known ? together(known, one) : one };
		}
	}
	return merged;
};
