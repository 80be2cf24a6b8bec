import {
	type Key,
	keyToText,
	passesOneOf,
	type Right,
	type ThreadPath,
	type TypeAccess,
} from '@navette/model';
import {
	type DocumentName,
	documentTypes,
	type ThreadName,
	threadTypes,
} from './document-types.ts';
import {
	type AccessFacts,
	areLinked,
	dealsWith,
	type Holder,
	holderOf,
	isAdmitted,
} from './holder.ts';
import { ownCatalogueLines, ownProducts } from './projections.ts';
import {
	groupementForPartner,
	groupementForProducer,
	groupForMember,
	groupForPartner,
	sheetForHolder,
	sheetForManager,
} from './sheet-projections.ts';
import { threadAccessOf } from './thread-access.ts';

type ReportRule = (holder: Holder, key: Key, facts: AccessFacts) => TypeAccess | undefined;

const WHOLE: TypeAccess = {};

const groupSheet: ReportRule = (holder, key, facts) => {
	const gc = key.gc ?? '';
	if (holder.role === 'ADM') return { project: sheetForManager };
	if (holder.role === 'GC' && holder.gc === gc) return { project: sheetForHolder };
	if (holder.role === 'CO' && holder.gc === gc) return { project: groupForMember };
	if (holder.role === 'GP' && areLinked(facts, gc, holder.gp))
		return { project: groupForPartner(holder.gp) };
	return undefined;
};

const consumerSheet: ReportRule = (holder, key) => {
	if (holder.role === 'CO' && holder.gc === key.gc && holder.co === key.co)
		return { project: sheetForHolder };
	return holder.role === 'GC' && holder.gc === key.gc ? { project: sheetForManager } : undefined;
};

const groupementSheet: ReportRule = (holder, key, facts) => {
	const gp = key.gp ?? '';
	if (holder.role === 'ADM') return { project: sheetForManager };
	if (!dealsWith(facts, holder, gp)) return undefined;
	if (holder.role === 'GP') return { project: sheetForHolder };
	return holder.role === 'PR'
		? { project: groupementForProducer }
		: { project: groupementForPartner(holder.gc) };
};

const producerSheet: ReportRule = (holder, key) => {
	if (!('gp' in holder) || holder.gp !== key.gp) return undefined;
	if (holder.role === 'GP') return { project: sheetForManager };
	return holder.pr === key.pr ? { project: sheetForHolder } : undefined;
};

const catalogue =
	(forProducer: (pr: string) => TypeAccess): ReportRule =>
	(holder, key, facts) => {
		if (!dealsWith(facts, holder, key.gp ?? '')) return undefined;
		return holder.role === 'PR' ? forProducer(holder.pr) : WHOLE;
	};

/** Who sees what of the documents read on demand. */
const reportRules = {
	FGC: groupSheet,
	FCO: consumerSheet,
	FGP: groupementSheet,
	FPR: producerSheet,
	CATG: catalogue((pr) => ({ project: ownProducts(pr) })),
	CATL: catalogue((pr) => ({ project: ownCatalogueLines(pr) })),
} as const satisfies Partial<Record<DocumentName, ReportRule>>;

/** A type without a thread, read on demand. */
export type ReportName = keyof typeof reportRules;

const isReportName = (name: DocumentName): name is ReportName => Object.hasOwn(reportRules, name);

/** The threads a document of this type and key is attached to. */
export const threadsOf = (name: DocumentName, key: Key): ThreadPath[] =>
	documentTypes[name].threads.map((thread) => ({
		type: thread,
		id: keyToText(threadTypes[thread as ThreadName].key, key),
	}));

/**
 * What a right lets see of one document, of any type; `undefined` = nothing. For a type with
 * threads it is what one of its threads gives, so that reading by key never shows more.
 */
export const documentAccessOf = (
	right: Right,
	name: DocumentName,
	key: Key,
	facts: AccessFacts,
): TypeAccess | undefined => {
	if (isReportName(name)) {
		const holder = holderOf(right);
		return holder && isAdmitted(facts, holder) ? reportRules[name](holder, key, facts) : undefined;
	}
	return threadsOf(name, key)
		.map((path) => threadAccessOf(right, path, facts)?.[name])
		.find((access) => access !== undefined && passesOneOf(access.filters, key));
};
