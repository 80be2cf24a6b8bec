import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { DocumentStore, StoreTransaction } from '../document-store.ts';
import type { OpenStore, StoreTest } from './fixture.ts';
import { applyStep, HISTORY_ORGS, type HistoryTransaction, histories, observe } from './history.ts';
import { createNaiveWriter, emptyNaiveState, type NaiveState } from './naive-store.ts';

const observeModel = (state: NaiveState, org: string) => observe(createNaiveWriter(org, state));

class Abandoned extends Error {}

/** Does a transaction to a provider, comparing what it reads of itself, and to the model's copy. */
const runWithin = async (
	transaction: StoreTransaction,
	asked: HistoryTransaction,
	model: NaiveState,
): Promise<NaiveState> => {
	let state = model;
	for (const part of asked.parts) {
		const attempt = structuredClone(state);
		const outcome = transaction.savepoint(async () => {
			for (const step of part.steps) {
				await applyStep(transaction.in(step.org), step);
				await applyStep(createNaiveWriter(step.org, attempt), step);
			}
			if (part.fails) throw new Abandoned();
		});
		if (part.fails) await assert.rejects(outcome, Abandoned);
		else {
			await outcome;
			state = attempt;
		}
		for (const org of HISTORY_ORGS)
			assert.deepEqual(await observe(transaction.in(org)), await observeModel(state, org));
	}
	if (asked.fails) throw new Abandoned();
	return state;
};

const run = async (
	store: DocumentStore,
	asked: HistoryTransaction,
	model: NaiveState,
): Promise<NaiveState> => {
	const outcome = store.transaction((transaction) => runWithin(transaction, asked, model));
	if (!asked.fails) return outcome;
	await assert.rejects(outcome, Abandoned);
	return model;
};

/** Random histories: the provider reads as plain lists do, within and after each transaction. */
export const modelConformance = (test: StoreTest, open: OpenStore, runs: number): void => {
	test('random histories read as those of plain lists', async () => {
		const property = fc.asyncProperty(histories, async (history) => {
			const { store, destroy } = await open();
			try {
				let state = emptyNaiveState();
				for (const asked of history) {
					state = await run(store, asked, state);
					for (const org of HISTORY_ORGS)
						assert.deepEqual(await store.snapshot(org, observe), await observeModel(state, org));
				}
			} finally {
				await destroy();
			}
		});
		await fc.assert(property, { numRuns: runs });
	});
};
