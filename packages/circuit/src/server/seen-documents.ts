import type { DocumentSource } from '@navette/engine';
import type { Account, Key } from '@navette/model';
import { type DocumentData, type DocumentName, documentAccessOf } from '../model/index.ts';
import { readAccessFacts } from './access-facts.ts';
import { readGrouped, readOne } from './documents.ts';
import type { UsedRight } from './rights.ts';

/**
 * A document as a right lets it be seen, by the very rules of its threads; `undefined` when it may not
 * be seen, `null` when there is none.
 */
export const readSeen = async <N extends DocumentName>(
	source: DocumentSource,
	account: Account,
	used: UsedRight,
	name: N,
	key: Key,
): Promise<DocumentData[N] | null | undefined> => {
	const facts = await readAccessFacts(source, account, { type: name, key });
	const access = documentAccessOf(used.right, name, key, facts);
	if (!access) return undefined;
	const data = await readOne(source, name, key);
	if (data === undefined) return null;
	return (access.project ? access.project.apply(data, key) : data) as DocumentData[N];
};

/** The documents of a grouping that a right lets be seen, by one property of their keys. */
export const readAllSeen = async <N extends DocumentName>(
	source: DocumentSource,
	account: Account,
	used: UsedRight,
	asked: { readonly name: N; readonly grouping: string; readonly key: Key; readonly by: string },
): Promise<Record<string, DocumentData[N]>> => {
	const seen: Record<string, DocumentData[N]> = {};
	for (const { key } of await readGrouped(source, asked.name, asked.grouping, asked.key)) {
		const data = await readSeen(source, account, used, asked.name, key);
		if (data) seen[key[asked.by] ?? ''] = data;
	}
	return seen;
};
