import assert from 'node:assert/strict';
import { test } from 'node:test';
import { silentLog } from '@navette/core';
import { createTestClock } from '@navette/testkit';
import { createWorld, ORG, TOKENS } from '../testing/world.ts';
import type { ActivityReport, SizesReport } from './figures.ts';
import { createSizesKeeper } from './sizes-keeper.ts';

test('reports of administrators: the organisation and its life, for them alone', async () => {
	const world = await createWorld();
	await world.write('1', 'hello');
	const refused = await world.post(`${ORG}/report/admin.activity`, {});
	assert.equal(refused.body.error.code, 'E-RIGHT');
	const { body } = await world.post(`${ORG}/report/admin.activity`, {}, {}, TOKENS.adm);
	const report = body.result as ActivityReport;
	assert.equal(report.label, 'North');
	assert.equal(report.status, 'open');
	assert.equal(report.minutes.at(-1)?.operations, 1);
	assert.deepEqual(report.threads.map(({ type }) => type).sort(), ['ACCESS', 'BOARD']);
	assert.equal(JSON.stringify(report).includes('blue'), false, 'which thread is not told');
});

test('sizes are counted beside the report, and shown by the next one', async () => {
	const world = await createWorld();
	await world.write('1', 'hello');
	const ask = async () =>
		(await world.post(`${ORG}/report/admin.sizes`, {}, {}, TOKENS.adm)).body.result as SizesReport;
	assert.equal((await world.post(`${ORG}/report/admin.sizes`, {})).status, 403);
	assert.deepEqual(await ask(), { counted: 0, types: [], isPartial: false });
	for (let turn = 0; turn < 20; turn++) await new Promise((resolve) => setImmediate(resolve));
	const { types, counted } = await ask();
	assert.equal(counted, world.clock.now());
	assert.ok(types.some(({ type, documents }) => type === 'NOTE' && documents === 1));
	assert.ok(types.some(({ type, documents }) => type === 'ACCESS' && documents === 3));
});

test('one count at a time, and no more than one a minute for an organisation', async () => {
	const clock = createTestClock(0);
	const measured: string[] = [];
	let finish = () => {};
	const measure = (org: string) => {
		measured.push(org);
		return new Promise<{ types: []; isPartial: false }>((resolve) => {
			finish = () => resolve({ types: [], isPartial: false });
		});
	};
	const keeper = createSizesKeeper({ measure, clock, log: silentLog });
	keeper.of('north');
	keeper.of('south');
	assert.deepEqual(measured, ['north']);
	finish();
	await new Promise((resolve) => setImmediate(resolve));
	assert.equal(keeper.of('north')?.at, 0);
	assert.deepEqual(measured, ['north']);
	clock.advance(60_000);
	keeper.of('north');
	assert.deepEqual(measured, ['north', 'north']);
});
