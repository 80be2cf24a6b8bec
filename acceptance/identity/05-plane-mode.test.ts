/**
 * Point 5: plane mode, sleep and closing in a real browser: a cold start of a profile without
 * network, by phrase; keys gone from memory asleep, as far as JavaScript allows.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { BrowserContext, Page } from 'playwright-core';
import { LIVR, ORANGES } from '../../packages/circuit/src/server/testing/scenario.ts';
import { withCircuit } from '../first-light/support/circuit-server.ts';
import { arrive, openProfile, PHRASE, pageIn, toDevice, workerReady } from './support/phone.ts';
import { withProfileFolder } from './support/profile-folder.ts';

const bounded = { timeout: 300_000 };
const openOrder = async (page: Page): Promise<void> => {
	await page
		.getByRole('link', { name: /^(Order|Change my order)/ })
		.first()
		.click();
	await page.getByRole('heading', { name: 'Oranges' }).waitFor();
};

const product = (page: Page, code: string) => page.locator(`[data-code="${code}"]`);

test(
	'5. a profile starts cold without network by its phrase; what is typed in plane mode goes when the network is trusted',
	bounded,
	withCircuit((circuit) =>
		withProfileFolder(async (profile) => {
			const first = await profile.open();
			const [arrived] = await pageIn(first, circuit.url);
			await arrive(arrived, circuit.linkOf('adele'));
			await openOrder(arrived);
			await arrived.getByText('Up to date').first().waitFor();
			await workerReady(arrived);
			const address = arrived.url();
			await first.close();
			for (const secret of [PHRASE, 'Poulet fermier', 'token-of-adele', 'dupleix.bocage'])
				assert.deepEqual(
					profile.filesWith(secret).filter((name) => name.includes('IndexedDB')),
					[],
					secret,
				);

			const cold = await profile.open();
			await cold.setOffline(true);
			const [page, faults] = await pageIn(cold, circuit.url);
			await page.goto(address);
			await openProfile(page, 'not the phrase at all');
			await page.getByRole('alert').getByText('Nothing is lost').waitFor();
			await openProfile(page, PHRASE, { away: true });
			await page.getByRole('heading', { name: 'Oranges' }).waitFor();
			await cold.setOffline(false);
			const asked: string[] = [];
			page.on('websocket', () => asked.push('socket'));
			page.on('request', (request) => {
				if (request.url().includes('/api/')) asked.push(request.url());
			});
			await product(page, ORANGES).getByRole('button', { name: /more$/ }).click();
			await page.getByText('Offline: 1 change to send').waitFor();
			await page.getByText('Plane mode: nothing leaves or arrives.').waitFor();
			assert.deepEqual(asked, [], 'the network is there, and left alone');
			await page.getByRole('button', { name: 'The network can be trusted' }).click();
			await page.getByText('Up to date').first().waitFor();
			await page.getByText('Offline: 1 change to send').waitFor({ state: 'detached' });
			assert.deepEqual(faults.list, []);
			const order = await circuit.as('adele').pull(`CMDC/dupleix.bocage.${LIVR}`);
			assert.ok(JSON.stringify(order.documents).includes(ORANGES), 'the server has it');
		}),
	),
);

/** How many keys of Web Crypto, and which texts, are alive in the page, after a collection. */
const aliveIn = async (context: BrowserContext, page: Page, canary: string) => {
	const devtools = await context.newCDPSession(page);
	await devtools.send('HeapProfiler.enable');
	await devtools.send('HeapProfiler.collectGarbage');
	const prototype = await devtools.send('Runtime.evaluate', { expression: 'CryptoKey.prototype' });
	const { objects } = await devtools.send('Runtime.queryObjects', {
		prototypeObjectId: prototype.result.objectId ?? '',
	});
	const { result } = await devtools.send('Runtime.callFunctionOn', {
		objectId: objects.objectId ?? '',
		functionDeclaration: 'function () { return this.length; }',
		returnByValue: true,
	});
	await devtools.send('Runtime.releaseObject', { objectId: objects.objectId ?? '' });
	let heap = '';
	devtools.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => {
		heap += chunk;
	});
	await devtools.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
	await devtools.detach();
	return { keys: Number(result.value), hasText: heap.includes(canary) };
};

const setSleep = async (page: Page, code: string): Promise<void> => {
	await toDevice(page);
	await page.getByLabel('Wake-up code').fill(code);
	await page.getByRole('button', { name: 'Turn on' }).click();
	await page.getByText('On', { exact: true }).waitFor();
};

test(
	'5. asleep, keys and documents are gone from the memory of the page; the code reopens; two failures close',
	bounded,
	withCircuit((circuit) =>
		withProfileFolder(async (profile) => {
			const context = await profile.open();
			const [page, faults] = await pageIn(context, circuit.url);
			await arrive(page, circuit.linkOf('adele'));
			const canary = 'Poulet fermier';
			await openOrder(page);
			await page.getByText(canary).first().waitFor();
			const home = page.url();
			const awake = await aliveIn(context, page, canary);
			assert.ok(awake.hasText, 'control: a document is in the memory of a page awake');
			assert.ok(awake.keys > 2, 'control: keys of the profile are found awake');

			await setSleep(page, '2468');
			await page.getByRole('button', { name: 'Sleep now' }).click();
			await page.getByRole('heading', { level: 1, name: 'Camille is asleep' }).waitFor();
			const asleep = await aliveIn(context, page, canary);
			assert.equal(asleep.hasText, false, 'no document is left');
			assert.ok(
				asleep.keys <= 2,
				`${asleep.keys} keys, where only the list of profiles has its two`,
			);

			const wake = async (code: string) => {
				await page.getByLabel('Wake-up code').fill(code);
				await page.getByRole('button', { name: 'Wake up' }).click();
			};
			await wake('1111');
			await page.getByRole('alert').getByText('One try is left').waitFor();
			await wake('2468');
			await page.getByRole('heading', { level: 1, name: 'This device' }).waitFor();
			await page.goBack();
			await page.getByText(canary).first().waitFor();
			assert.equal(page.url(), home, 'where one was');

			await toDevice(page);
			await page.getByRole('button', { name: 'Sleep now' }).click();
			await wake('1111');
			await page.getByRole('alert').getByText('One try is left').waitFor();
			await wake('2222');
			await page.getByText('Two wrong codes: the application closed.').waitFor();
			await openProfile(page, PHRASE);
			await page.getByRole('heading', { level: 1, name: 'This device' }).waitFor();
			assert.deepEqual(faults.list, []);
		}),
	),
);

test(
	'5. without use for its minutes the application falls asleep by itself',
	bounded,
	withCircuit((circuit) =>
		withProfileFolder(async (profile) => {
			const context = await profile.open();
			const [page] = await pageIn(context, circuit.url);
			await arrive(page, circuit.linkOf('adele'));
			await setSleep(page, '2468');
			await page.clock.install();
			await page.reload();
			await openProfile(page, PHRASE);
			await setSleep(page, '2468');
			await page.clock.runFor(14 * 60_000);
			await page.mouse.click(5, 400);
			await page.clock.runFor(14 * 60_000);
			await page.getByRole('heading', { level: 1, name: 'This device' }).waitFor();
			await page.clock.runFor(2 * 60_000);
			await page.getByRole('heading', { level: 1, name: 'Camille is asleep' }).waitFor();
		}),
	),
);

test(
	'5. two wrong phrases in a row erase a strict profile, announced in words before the second',
	bounded,
	withCircuit((circuit) =>
		withProfileFolder(async (profile) => {
			const context = await profile.open();
			const [page] = await pageIn(context, circuit.url);
			await arrive(page, circuit.linkOf('adele'), { strict: true });
			await toDevice(page);
			await page.getByRole('button', { name: 'Close the session' }).click();
			await openProfile(page, 'wrong words of somebody');
			await page.getByRole('alert').getByText('One try is left').waitFor();
			await page.reload();
			await page.getByRole('alert').getByText('One try is left').waitFor();
			const bases = () =>
				page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name ?? ''));
			assert.ok((await bases()).some((name) => name.startsWith('profile-')));
			await openProfile(page, 'other wrong words');
			await page.getByRole('alert').getByText('the profile is erased').waitFor();
			assert.ok(!(await bases()).some((name) => name.startsWith('profile-')));
		}),
	),
);
