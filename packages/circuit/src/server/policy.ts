import type { AccessPolicy, DocumentSource } from '@navette/engine';
import { type Key, keyToText } from '@navette/model';
import { accountAccess, type ThreadName, threadTypes } from '../model/index.ts';
import { readAccessFacts } from './access-facts.ts';
import { readOne } from './documents.ts';
import { rightsOf } from './rights.ts';

/** Threads of one delivery: they exist when it does, and for the groups of its tour only. */
const OF_DELIVERY: readonly string[] = ['CMDG', 'CMDC', 'CMDGP'] satisfies ThreadName[];

const isServed = async (source: DocumentSource, type: string, key: Key): Promise<boolean> => {
	if (!OF_DELIVERY.includes(type)) return true;
	const { gc, gp = '', livr = '' } = key;
	const delivery = await readOne(source, 'LIVRG', { gp, livr });
	// A group removed from the tour keeps reading what it had ordered.
	return delivery !== undefined && (gc === undefined || delivery.pts[gc] !== undefined);
};

const isThreadName = (type: string): type is ThreadName => Object.hasOwn(threadTypes, type);

/** What accounts see of the threads of the circuit, from the sheets and the deliveries stored. */
export const circuitPolicy: AccessPolicy = {
	async thread(source, account, thread) {
		const { type, key } = thread;
		if (!isThreadName(type) || rightsOf(account).length === 0) return undefined;
		const path = { type, id: keyToText(threadTypes[type].key, key) };
		const facts = await readAccessFacts(source, account, thread);
		const access = accountAccess(account, path, facts);
		return access && (await isServed(source, type, key)) ? access : undefined;
	},
	dependsOn: ['FGC', 'FCO', 'FGP', 'LIVRG'],
};
