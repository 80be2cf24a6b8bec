import { isDeepStrictEqual } from 'node:util';
import type { DocumentSource, LiveDocument, OperationContext } from '@navette/engine';
import type { Key } from '@navette/model';
import type { DocumentData, DocumentName } from '../model/index.ts';

/** Data of a living document of the circuit, by its type and key. */
export const readOne = <N extends DocumentName>(
	source: DocumentSource,
	name: N,
	key: Key,
): Promise<DocumentData[N] | undefined> => source.read<DocumentData[N]>(name, key);

/** Living documents of a type whose grouping has the value that a key gives. */
export const readGrouped = <N extends DocumentName>(
	source: DocumentSource,
	name: N,
	grouping: string,
	key: Key,
): Promise<readonly LiveDocument<DocumentData[N]>[]> =>
	source.byGrouping<DocumentData[N]>(name, grouping, key);

/** Writes a document, or deletes it when its data are `null`: it may be born again later. */
export const writeOrRemove = <N extends DocumentName>(
	context: OperationContext,
	name: N,
	key: Key,
	data: DocumentData[N] | null,
): Promise<void> => (data === null ? context.remove(name, key) : context.write(name, key, data));

/** Writes a document unless it says this already: nobody is told of what did not change. */
export const writeIfChanged = async <N extends DocumentName>(
	context: OperationContext,
	name: N,
	key: Key,
	data: DocumentData[N],
): Promise<void> => {
	const stored = await readOne(context, name, key);
	if (!isDeepStrictEqual(stored, data)) await context.write(name, key, data);
};

/** Documents by the value of one property of their keys. */
export const byKeyProperty = <Data>(
	documents: readonly LiveDocument<Data>[],
	property: string,
): Record<string, Data> =>
	Object.fromEntries(documents.map(({ key, data }) => [key[property] ?? '', data]));
