import type { DocumentSource } from '@navette/engine';
import type { Account, Key } from '@navette/model';
import {
	type AccessFacts,
	type ConsumerStatus,
	type GroupementSheet,
	type GroupSheet,
	type Holder,
	isLinkActive,
} from '../model/index.ts';
import { readOne } from './documents.ts';
import { rightsOf } from './rights.ts';

/** A group and a groupement that may do business. */
type Pair = readonly [gc: string, gp: string];

/** Threads whose content depends on every link of the reader, not only on that of its key. */
const DIRECTORIES = ['RGC', 'RGP'];

/** Reads each sheet once. */
const createSheets = (source: DocumentSource) => {
	const groups = new Map<string, Promise<GroupSheet | undefined>>();
	const groupements = new Map<string, Promise<GroupementSheet | undefined>>();
	const once = <T>(known: Map<string, Promise<T>>, code: string, read: () => Promise<T>) => {
		const found = known.get(code) ?? read();
		known.set(code, found);
		return found;
	};
	return {
		group: (gc: string) => once(groups, gc, () => readOne(source, 'FGC', { gc })),
		groupement: (gp: string) => once(groupements, gp, () => readOne(source, 'FGP', { gp })),
	};
};
type Sheets = ReturnType<typeof createSheets>;

/** Links that decide what a holder sees of a thread. */
const pairsOf = async (
	holder: Holder,
	thread: { readonly type: string; readonly key: Key },
	sheets: Sheets,
): Promise<readonly Pair[]> => {
	const { type, key } = thread;
	if (holder.role === 'ADM') return [];
	if ('gc' in holder) {
		if (key.gp !== undefined) return [[holder.gc, key.gp]];
		if (type !== 'RGP') return [];
		const group = await sheets.group(holder.gc);
		return (group?.gps ?? []).map(({ gp }): Pair => [holder.gc, gp]);
	}
	if (key.gc !== undefined) return [[key.gc, holder.gp]];
	if (type !== 'RGC') return [];
	const groupement = await sheets.groupement(holder.gp);
	return (groupement?.gcs ?? []).map(({ gc }): Pair => [gc, holder.gp]);
};

/**
 * What must be known of the organisation to say what these holders see of a thread: the status of
 * those who are consumers, and the links concerned. A few reads, whatever the organisation holds.
 */
export const readAccessFacts = async (
	source: DocumentSource,
	account: Account,
	thread: { readonly type: string; readonly key: Key },
): Promise<AccessFacts> => {
	const sheets = createSheets(source);
	const statuses: Record<string, ConsumerStatus> = {};
	const groupsOf: Record<string, string[]> = {};
	const detailGroups = new Set<string>();
	for (const { holder } of rightsOf(account)) {
		if (holder.role === 'CO') {
			const { gc, co } = holder;
			// A right without its sheet is that of somebody who is not there: blocked.
			statuses[`${gc}.${co}`] = (await readOne(source, 'FCO', { gc, co }))?.st ?? 2;
		}
		for (const [gc, gp] of await pairsOf(holder, thread, sheets)) {
			const group = await sheets.group(gc);
			const groupement = await sheets.groupement(gp);
			if (!group || !groupement || !isLinkActive(gc, group, gp, groupement)) continue;
			groupsOf[gp] = [...new Set([...(groupsOf[gp] ?? []), gc])];
			if (group.par.detPr && DIRECTORIES.includes(thread.type)) detailGroups.add(gc);
		}
	}
	return { groupsOf, statuses, detailGroups: [...detailGroups] };
};
