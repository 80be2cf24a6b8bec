import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Caller } from '@navette/engine';
import fc from 'fast-check';
import { at, CAMEMBERT, CARROTS, CHICKEN, LIVR, ORANGES } from './testing/scenario.ts';
import { codeOf, createWorld, type World } from './testing/world.ts';

const KEY = { gp: 'bocage', livr: LIVR, gc: 'dupleix' };
const HELPERS: readonly Caller[] = [1, 2].map((power) => () => ({
	id: `H${power}`,
	rights: [{ usage: 'GC', subject: 'dupleix', power }],
}));

type Step = readonly [name: string, input: object];

const consumers = fc.constantFrom('1', '2', '3', '4');
const products = fc.constantFrom(CHICKEN, ORANGES, CARROTS, CAMEMBERT);
const small = fc.integer({ min: 0, max: 6 });
const ids = fc.constantFrom('a', 'b', 'c', 'd', 'e');

const quantity = (prod: string, n: number) =>
	prod === CARROTS ? { g: n * 250 } : { q2: prod === ORANGES ? n : n * 2 };

/** Everything that two people may do at once while a truck is unloaded and baskets are filled. */
const steps: fc.Arbitrary<Step> = fc.oneof(
	fc
		.tuple(products, small)
		.map(([prod, n]): Step => ['RecLigne', { prod, rec: quantity(prod, n) }]),
	fc.constant<Step>(['RecCommeExp', { pr: '3', de: 'cmd' }]),
	fc.tuple(ids, small).map(([id, n]): Step => {
		return ['PaqAjouter', { prod: CHICKEN, paq: [{ id, g: 1_500 + 100 * n }] }];
	}),
	fc.tuple(ids, consumers, fc.constantFrom(0, 1, 2)).map(([id, co, st]): Step => {
		return ['PaqDeplacer', { prod: CHICKEN, paq: [{ id, co, st }] }];
	}),
	fc.tuple(ids, small).map(([id, n]): Step => {
		return ['PaqCorriger', { prod: CHICKEN, id, newId: `${id}${n}`, g: 1_600 }];
	}),
	fc.tuple(consumers, products, small).map(([co, prod, n]): Step => {
		return ['DisLigne', { co, prod, dis: n === 0 ? null : quantity(prod, n) }];
	}),
	fc.tuple(consumers, products, small).map(([co, prod, n]): Step => {
		return ['AttLigne', { co, prod, ...quantity(prod, prod === CARROTS ? n * 2 : n) }];
	}),
	fc
		.tuple(
			products,
			fc.constantFrom('rata', 'premier'),
			fc.constantFrom('frustres', 'groupe', 'laisser'),
		)
		.map(([prod, strategie, reste]): Step => ['DisRepartir', { prod, strategie, reste }]),
	fc.tuple(consumers, fc.boolean()).map(([co, donner]): Step => {
		return ['DisRetrait', { co, qui: 'Ana', donner }];
	}),
);

const ordered = async (): Promise<World> => {
	const world = await createWorld();
	for (const [co, prod, n] of [
		['2', CHICKEN, 2],
		['3', CHICKEN, 1],
		['2', ORANGES, 3],
		['4', ORANGES, 1],
		['3', CARROTS, 4],
		['4', CAMEMBERT, 3],
	] as const) {
		const caller = () => ({
			id: co,
			rights: [{ usage: 'CO', subject: `dupleix.${co}`, power: 1 }],
		});
		const line = { ...KEY, co, prod, ...quantity(prod, n), right: `CO/dupleix.${co}` };
		assert.equal(codeOf(await world.call(caller, 'CmdLigne', line)), 'ok');
	}
	world.clock.set(at(14, 10));
	return world;
};

/** What is expected when two people touch the same things. */
const EXPECTED = ['ok', 'E-PAQ', 'E-VIDE', 'E-PAS', 'E-DEMI'];

test('two helpers at once, in any order: sums never drift, no package is in two baskets', async () => {
	const pairs = fc.array(fc.tuple(steps, steps), { minLength: 1, maxLength: 12 });
	await fc.assert(
		fc.asyncProperty(pairs, async (list) => {
			const world = await ordered();
			for (const pair of list) {
				const outcomes = await Promise.all(
					pair.map(([name, input], index) => {
						const caller = HELPERS[index];
						assert.ok(caller);
						return world.call(caller, name, { right: 'GC/dupleix', ...KEY, ...input });
					}),
				);
				for (const outcome of outcomes)
					assert.ok(EXPECTED.includes(codeOf(outcome)), codeOf(outcome));
			}
			assert.deepEqual(await world.drift(), []);
			const group = await world.read('BCG', KEY);
			const held = await Promise.all(
				['1', '2', '3', '4'].map((co) => world.read('BCC', { ...KEY, co })),
			);
			const inBaskets = held.flatMap((order) =>
				(order?.lignes[CHICKEN]?.paq ?? []).map(({ id }) => id),
			);
			const given = (group?.lignes[CHICKEN]?.paq ?? []).filter(({ co }) => co !== null);
			assert.deepEqual(inBaskets.toSorted(), given.map(({ id }) => id).toSorted());
			const px = held.reduce((sum, order) => sum + (order?.tot.px ?? 0), 0);
			assert.equal(group?.tot.px ?? 0, px);
		}),
		{ numRuns: 40 },
	);
});
