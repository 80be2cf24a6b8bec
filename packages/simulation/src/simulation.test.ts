import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createDice } from './dice.ts';
import { type Plan, replayCommand, simulate } from './simulate.ts';
import { openMemory } from './stores.ts';
import { createWeather } from './weather.ts';
import { runWorld } from './world/run-world.ts';

const world = async (seed: number, steps: number) =>
	runWorld({ seed, devices: 4, servers: 2, busLoss: 0, store: await openMemory(seed) }, steps);

const planOf = (seed: number, steps: number, servers: number): Plan => ({
	...{ seed, steps, servers, devices: 4, busLoss: 0, sqlite: false },
});

/** Runs a plan; a failure says how to see it again. */
const holds = async (plan: Plan): Promise<void> => {
	const { failed } = await simulate(plan, openMemory);
	const said = failed && `${String(failed.failure)}\n${replayCommand(plan, failed)}`;
	assert.equal(failed, undefined, said);
};

test('the same seed is the same world, to the last event; another seed is another', async () => {
	const [first, again, other] = [
		await world(7, 1_500),
		await world(7, 1_500),
		await world(8, 1_500),
	];
	assert.equal(first.digest, again.digest);
	assert.equal(first.steps, again.steps);
	assert.notEqual(first.digest, other.digest);
});

test('a world in which devices seal what they keep is the same twice too', async () => {
	const seeds = Array.from({ length: 200 }, (_, at) => at + 1);
	const seed = seeds.find((one) => createWeather(createDice(one)).sealed) ?? 0;
	assert.equal((await world(seed, 300)).digest, (await world(seed, 300)).digest);
});

test('things happen: operations are done, refused and lost, and time passes', async () => {
	const { promises, commits, time, failure } = await world(3, 2_500);
	assert.equal(failure, undefined);
	assert.ok((promises.done ?? 0) > 10 && (promises.refused ?? 0) > 0 && commits > 30);
	assert.ok(time > 60_000);
});

test('one server: fixed seeds hold', () => holds(planOf(1_000, 25_000, 1)));

test('three servers: fixed seeds hold', () => holds(planOf(2_000, 25_000, 3)));

test('two servers: a seed that nobody chose holds', async (t) => {
	const [seed = 0] = crypto.getRandomValues(new Uint32Array(1));
	t.diagnostic(`seed ${seed}`);
	await holds(planOf(seed, 25_000, 2));
});
