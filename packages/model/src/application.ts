import { err, ok, type Result } from '@navette/core';
import { type DocumentType, MAX_THREADS } from './document-type.ts';
import type { ThreadType } from './thread.ts';

/** The types of an application, checked together and found by name. */
export interface Catalogue {
	readonly documents: ReadonlyMap<string, DocumentType>;
	readonly threads: ReadonlyMap<string, ThreadType>;
}

const NAME = /^[A-Z][A-Z0-9]{0,31}$/;
const PROPERTY = /^[a-z][a-zA-Z0-9]{0,31}$/;

const subsetFault = (type: DocumentType, what: string, properties: readonly string[]) =>
	properties.find((property) => !type.key.includes(property)) === undefined
		? []
		: [`${type.name}: ${what} uses a property that is not in the key`];

const documentFaults = (type: DocumentType, threads: ReadonlyMap<string, ThreadType>): string[] => [
	...(NAME.test(type.name) ? [] : [`${type.name}: not a type name`]),
	...type.key.filter((name) => !PROPERTY.test(name)).map((name) => `${type.name}: key ${name}`),
	...(new Set(type.key).size === type.key.length ? [] : [`${type.name}: a key property twice`]),
	...(type.threads.length <= MAX_THREADS ? [] : [`${type.name}: more than ${MAX_THREADS} threads`]),
	...(new Set(type.threads).size === type.threads.length ? [] : [`${type.name}: a thread twice`]),
	...(type.traceless && type.threads.length > 0 ? [`${type.name}: traceless, on a thread`] : []),
	...(type.neverCopied && type.threads.length > 0
		? [`${type.name}: never copied, on a thread`]
		: []),
	...(type.shape === (type.upgrades?.length ?? 0) + 1 ? [] : [`${type.name}: shape and upgrades`]),
	...Object.entries(type.groupings ?? {}).flatMap(([name, properties]) =>
		subsetFault(type, `grouping ${name}`, properties),
	),
	...(type.files?.folder === undefined || type.groupings?.[type.files.folder]
		? []
		: [`${type.name}: files in the unknown grouping ${type.files.folder}`]),
	...type.threads.flatMap((name) => {
		const thread = threads.get(name);
		return thread
			? subsetFault(type, `thread ${name}`, thread.key)
			: [`${type.name}: unknown thread ${name}`];
	}),
];

/** Checks the declarations of an application; the error lists every fault, in words. */
export const createCatalogue = (
	documents: readonly DocumentType[],
	threads: readonly ThreadType[],
): Result<Catalogue, readonly string[]> => {
	const byName = new Map(threads.map((thread) => [thread.name, thread]));
	const faults = [
		...threads
			.filter((thread) => !NAME.test(thread.name))
			.map((t) => `${t.name}: not a thread name`),
		...(byName.size === threads.length ? [] : ['two threads of one name']),
		...(new Set(documents.map((type) => type.name)).size === documents.length
			? []
			: ['two document types of one name']),
		...documents.flatMap((type) => documentFaults(type, byName)),
	];
	return faults.length > 0
		? err(faults)
		: ok({ documents: new Map(documents.map((type) => [type.name, type])), threads: byName });
};
