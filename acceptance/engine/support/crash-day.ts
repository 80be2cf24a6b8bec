import { ok } from '@navette/core';
import type { Engine, OperationContext } from '@navette/engine';
import type { ServerApplication } from '@navette/server';

/** A scripted day: the same operations with the same ids, whenever and however often it is run. */
export const DAY_ORG = 'crash';

/** Shelves and boxes: a box is on the thread of its shelf and on the thread of all. */
export const dayTypes: Pick<ServerApplication, 'documents' | 'threads'> = {
	documents: [
		{ name: 'BOX', key: ['shelf', 'n'], threads: ['SHELF', 'ALL'], sealing: 'clear', shape: 1 },
		{ name: 'ROOT', key: ['shelf'], threads: ['SHELF'], sealing: 'clear', shape: 1 },
	],
	threads: [
		{ name: 'SHELF', key: ['shelf'] },
		{ name: 'ALL', key: [] },
	],
};

type Deed = (context: OperationContext) => Promise<void>;

const add = async (context: OperationContext, shelf: string, n: string): Promise<void> => {
	const seen = (await context.read<number>('BOX', { shelf, n })) ?? 0;
	await context.write('BOX', { shelf, n }, seen + 1);
};

const STEPS = 48;

/** What happens at each moment: writes that add up, moves, deletions, births again, rights. */
const deedOf = (step: number): Deed => {
	const shelf = `s${step % 3}`;
	const n = String(step % 5);
	if (step % 12 === 11) return (context) => context.remove('BOX', { shelf, n });
	if (step % 12 === 7)
		return async (context) => {
			for (const other of ['s0', 's1', 's2']) await add(context, other, n);
			await context.write('ROOT', { shelf }, { step });
		};
	if (step % 12 === 3)
		return async (context) => {
			const access = { account: `a${step}`, label: '', rights: [], created: 0 };
			if (step % 24 === 3) await context.write('ACCESS', { hash: 'h' }, access);
			else await context.remove('ACCESS', { hash: 'h' });
		};
	return (context) => add(context, shelf, n);
};

/** Runs the day; `done` is told of each operation once it is acknowledged. */
export const runDay = async (engine: Engine, done: (step: number) => void): Promise<void> => {
	await engine.putOrganisation(DAY_ORG, 'open', { label: 'Crash', clockOffset: 0 });
	for (let step = 0; step < STEPS; step++) {
		const outcome = await engine.run({
			org: DAY_ORG,
			caller: () => ({ id: 'script', rights: [] }),
			identity: {
				operation: `operation-of-step-${step}`,
				fingerprintFor: () => new Uint8Array(16),
			},
			async work(context) {
				await deedOf(step)(context);
				return ok(step);
			},
		});
		if (!outcome.ok || outcome.value.result !== step) throw new Error(`step ${step} was not done`);
		done(step);
	}
};
