import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { CAMEMBERT, CARROTS, CHICKEN, LIVR, ORANGES } from './testing/scenario.ts';
import { ANIMATOR, BOCAGE, createWorld, orderOf, person, type World } from './testing/world.ts';

/** One thing somebody does. */
type Step =
	| { readonly kind: 'line'; readonly co: string; readonly prod: string; readonly amount: number }
	| {
			readonly kind: 'onBehalf';
			readonly co: string;
			readonly prod: string;
			readonly amount: number;
	  }
	| {
			readonly kind: 'attribute';
			readonly co: string;
			readonly prod: string;
			readonly amount: number;
	  }
	| { readonly kind: 'empty'; readonly co: string }
	| { readonly kind: 'price'; readonly prod: string; readonly amount: number };

const products = fc.constantFrom(CHICKEN, ORANGES, CARROTS, CAMEMBERT);
const consumers = fc.constantFrom('2', '3', '4');
const amounts = fc.integer({ min: 0, max: 4 });
const steps: fc.Arbitrary<Step> = fc.oneof(
	{
		weight: 6,
		arbitrary: fc.record({
			kind: fc.constant('line'),
			co: consumers,
			prod: products,
			amount: amounts,
		}),
	},
	{
		weight: 3,
		arbitrary: fc.record({
			kind: fc.constant('onBehalf'),
			co: fc.constantFrom('1', '2', '3'),
			prod: products,
			amount: amounts,
		}),
	},
	{
		weight: 2,
		arbitrary: fc.record({
			kind: fc.constant('attribute'),
			co: consumers,
			prod: products,
			amount: amounts,
		}),
	},
	{ weight: 1, arbitrary: fc.record({ kind: fc.constant('empty'), co: consumers }) },
	{
		weight: 1,
		arbitrary: fc.record({
			kind: fc.constant('price'),
			prod: products,
			amount: fc.integer({ min: 1, max: 9_999 }),
		}),
	},
);

const quantity = (prod: string, amount: number) =>
	prod === CARROTS ? { g: 500 * amount } : { q2: prod === ORANGES ? amount : 2 * amount };

const act = (world: World, step: Step) => {
	if (step.kind === 'price') {
		const input = {
			right: 'GP/bocage',
			gp: 'bocage',
			livr: LIVR,
			prod: step.prod,
			pu: step.amount,
		};
		return world.call(BOCAGE, 'CatlAmender', input);
	}
	const { co } = step;
	const consumer = person(`P${co}`, `CO/dupleix.${co}`);
	if (step.kind === 'empty') return world.call(consumer, 'CmdVider', orderOf(co));
	const line = { prod: step.prod, ...quantity(step.prod, step.amount) };
	if (step.kind === 'line') return world.call(consumer, 'CmdLigne', { ...orderOf(co), ...line });
	const name = step.kind === 'onBehalf' ? 'CmdLigne' : 'AttLigne';
	return world.call(ANIMATOR, name, { ...orderOf(co, 'GC/dupleix'), ...line });
};

test('whatever several people write at once, sums equal a rebuild and money never drifts', async () => {
	await fc.assert(
		fc.asyncProperty(fc.array(steps, { minLength: 1, maxLength: 25 }), async (script) => {
			const world = await createWorld();
			const outcomes = await Promise.all(script.map((step) => act(world, step)));
			for (const outcome of outcomes) assert.ok(outcome.ok, JSON.stringify(outcome));
			assert.deepEqual(await world.drift(), []);
			const orders = await Promise.all(
				['1', '2', '3', '4'].map((co) =>
					world.read('BCC', { gc: 'dupleix', co, gp: 'bocage', livr: LIVR }),
				),
			);
			const money = orders.reduce((sum, order) => sum + (order?.tot.px ?? 0), 0);
			const group = await world.read('BCG', { gc: 'dupleix', gp: 'bocage', livr: LIVR });
			assert.equal(group?.tot.px ?? 0, money);
		}),
		{ numRuns: 60 },
	);
});

test('when everybody empties, nothing of the delivery is left', async () => {
	const world = await createWorld();
	const people = ['2', '3', '4'].map((co) => ({
		co,
		caller: person(`P${co}`, `CO/dupleix.${co}`),
	}));
	await Promise.all(
		people.map(({ co, caller }) =>
			world.call(caller, 'CmdLigne', { ...orderOf(co), prod: CHICKEN, q2: 2 }),
		),
	);
	await Promise.all(people.map(({ co, caller }) => world.call(caller, 'CmdVider', orderOf(co))));
	assert.equal(await world.read('BCG', { gc: 'dupleix', gp: 'bocage', livr: LIVR }), undefined);
	assert.deepEqual(await world.drift(), []);
});

test('the self-check sees a sum that drifted, a carton too many, and a directory out of date', async () => {
	const world = await createWorld();
	await world.call(ANIMATOR, 'CmdLigne', { ...orderOf('2', 'GC/dupleix'), prod: CHICKEN, q2: 2 });
	assert.deepEqual(await world.drift(), []);
	assert.deepEqual(await world.driftOfDirectories(), []);
	const key = { gc: 'dupleix', gp: 'bocage', livr: LIVR };
	const group = await world.read('BCG', key);
	await world.put('BCG', key, { ...group, tot: { ...group?.tot, px: 1 } });
	const extra = { lignes: { 1: { cmd: { q2: 2, g: 0, nco: 1 } } }, etat: 0, tot: group?.tot };
	await world.put('CART', { gp: 'bocage', pr: '2', livr: LIVR, gc: 'dupleix' }, extra);
	const found = (await world.drift()).map((one) => one.document);
	assert.deepEqual(found, [`BCG/dupleix.bocage.${LIVR}`, `CART/bocage.2.${LIVR}.dupleix`]);
});
