import { bytesToHex, type Random } from '@navette/core';
import type { DocumentStore, StoreTransaction } from '../document-store.ts';
import { createPool } from '../pool.ts';
import { StorageFault } from '../storage-fault.ts';
import { cloneContent, emptyContent, type MemoryContent } from './memory-content.ts';
import type { MemoryDraft } from './memory-draft.ts';
import { createMemoryReader } from './memory-reader.ts';
import { createMemoryWriter } from './memory-writer.ts';

const createTransaction = (
	committed: MemoryContent,
	nextHandle: () => number,
): { transaction: StoreTransaction; end: () => MemoryContent } => {
	let draft: MemoryDraft | undefined = { content: cloneContent(committed), locked: new Set() };
	let inSavepoint = false;
	const current = (): MemoryDraft => {
		if (!draft) throw new Error('the transaction is over');
		return draft;
	};
	const savepoint: StoreTransaction['savepoint'] = async (work) => {
		if (inSavepoint) throw new Error('savepoints do not nest');
		const before = current();
		draft = { content: cloneContent(before.content), locked: before.locked };
		inSavepoint = true;
		try {
			return await work();
		} catch (error) {
			draft = before;
			throw error;
		} finally {
			inSavepoint = false;
		}
	};
	return {
		transaction: { in: (org) => createMemoryWriter(org, current, nextHandle), savepoint },
		end() {
			const { content } = current();
			draft = undefined;
			return content;
		},
	};
};

/**
 * A document store in memory: transactions queue, snapshots are immediate and keep their state for
 * as long as they want. Nothing outlives it. For tests, simulations and demonstrations.
 */
export const createMemoryDocumentStore = (deps: { readonly random: Random }): DocumentStore => {
	let committed = emptyContent();
	let handles = 0;
	const nextHandle = () => ++handles;
	const turn = createPool([undefined]);
	let isClosed = false;
	const content = () => {
		if (isClosed) throw new StorageFault('closed', 'the store is closed');
		return committed;
	};

	return {
		epoch: bytesToHex(deps.random.bytes(16)),
		writers: 1,
		transaction: (work) =>
			turn.use(async () => {
				const { transaction, end } = createTransaction(committed, nextHandle);
				try {
					const result = await work(transaction);
					committed = end();
					return result;
				} catch (error) {
					end();
					throw error;
				}
			}),
		async snapshot(org, work) {
			let state: MemoryContent | undefined = content();
			try {
				return await work(
					createMemoryReader(org, () => {
						if (!state) throw new Error('the snapshot is over');
						return state;
					}),
				);
			} finally {
				state = undefined;
			}
		},
		organisations: async () => [...content().organisations.values()].map((row) => row.org),
		async close() {
			isClosed = true;
			await turn.close();
		},
	};
};
