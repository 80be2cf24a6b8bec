import assert from 'node:assert/strict';
import { test } from 'node:test';
import { settingsToStored } from './organisation.ts';
import { createWorld, ROOT, type World } from './testing/world.ts';

const HISTORY = 'ab'.repeat(16);

const put = ({ store }: World, status: 'open' | 'importing') =>
	store.transaction((transaction) =>
		transaction.in('north').putOrganisation({
			org: 'north',
			status,
			settings: settingsToStored({ label: 'north', clockOffset: 0, history: HISTORY }),
		}),
	);

const epochsOf = async ({ engine }: World, org: string) => {
	const opened = await engine.open(org, ROOT, []);
	const pulled = await engine.pull(org, ROOT, [], 1);
	const about = await engine.describe(org);
	assert.ok(opened.ok && pulled.ok && about.ok);
	return [opened.value.epoch, pulled.value.epoch, about.value.epoch];
};

test('an imported organisation has a history of its own, which settings do not change', async () => {
	const world = await createWorld();
	const { store, engine } = world;
	assert.deepEqual(await epochsOf(world, 'north'), Array(3).fill(store.epoch));
	await put(world, 'open');
	const expected = Array(3).fill(`${store.epoch}-${HISTORY}`);
	assert.deepEqual(await epochsOf(world, 'north'), expected);
	assert.deepEqual(await epochsOf(world, 'south'), Array(3).fill(store.epoch));
	await engine.putOrganisation('north', 'frozen', { label: 'other', clockOffset: 0 });
	await engine.putOrganisation('north', 'open', { label: 'other', clockOffset: 0 });
	assert.deepEqual(await epochsOf(world, 'north'), expected);
});

test('an organisation that is being imported is not there, and its settings wait', async () => {
	const world = await createWorld();
	await put(world, 'importing');
	const { engine } = world;
	const codes = [
		await engine.open('north', ROOT, []),
		await engine.pull('north', ROOT, [], 1),
		await engine.putOrganisation('north', 'open', { label: '', clockOffset: 0 }),
	].map((outcome) => (outcome.ok ? '' : outcome.error.code));
	assert.deepEqual(codes, ['E-ORG', 'E-ORG', 'E-ORG']);
	const about = await engine.describe('north');
	assert.equal(about.ok && about.value.status, 'importing');
});
