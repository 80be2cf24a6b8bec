/**
 * Point 11: the same person in two organisations on two operators (two server processes would be two
 * such servers: nothing is shared but signed requests) sees both on one home page; a person with a
 * consumer's and a producer's right switches between them; pages ask known services only, no cookie.
 */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { type Serving, serve } from '@navette/app-server/serve';
import { circuitApplication } from '@navette/circuit/server';
import { offerKeysOf } from '@navette/client';
import { bytesToBase64Url, ok, silentLog, systemRandom } from '@navette/core';
import { generateSealingKey, generateSigningKey } from '@navette/crypto';
import { declaredService } from '@navette/directory/client';
import type { ServiceRecord } from '@navette/directory/model';
import type { Engine } from '@navette/engine';
import { hashOfToken, type OfferData } from '@navette/server';
import { createTestClock } from '@navette/testkit';
import type { Browser, Page } from 'playwright-core';
import {
	assertAccessible,
	enterByLink,
	openBrowser,
	watchedPage,
} from '../../apps/web/test/watched-page.ts';
import { at, scenarioDocuments } from '../../packages/circuit/src/server/testing/scenario.ts';
import { writeSeed } from '../../packages/circuit/src/server/testing/world.ts';

const bounded = { timeout: 120_000 };
const NOW = at(5, 10);
type Directory = NonNullable<Parameters<typeof serve>[0]['directory']>;

/** Offers a right by the secret of a link, as `navette right offer` does. */
const offer = async (engine: Engine, org: string, usage: string, subject: string) => {
	const secret = bytesToBase64Url(systemRandom.bytes(16));
	const keys = await offerKeysOf(secret);
	assert.ok(keys);
	await engine.run({
		...{ org, caller: () => ({ id: 'operator', rights: [] }) },
		async work(context) {
			const data: OfferData = {
				...{ label: `${usage}/${subject}`, rights: [{ usage, subject, power: 1 }] },
				acceptKey: bytesToBase64Url(keys.accept.publicKey),
				...{ created: NOW, until: NOW + 864e5, life: 30 * 864e5, times: 'once' },
			};
			await context.write('OFFER', { offer: keys.offer }, data);
			return ok(null);
		},
	});
	return secret;
};

const folders: string[] = [];
const startOperator = async (org: string, directory: Directory): Promise<Serving> => {
	const data = mkdtempSync(path.join(tmpdir(), 'navette-operator-'));
	folders.push(data);
	const started = await serve({
		...{ data, port: 0, log: silentLog, clock: createTestClock(NOW), directory },
		applications: [circuitApplication],
		rates: { perToken: 1_000_000, refusalsPerAddress: 1_000, strangersPerAddress: 10_000 },
		async prepare(engine) {
			await engine.putOrganisation(org, 'open', { label: org, clockOffset: 0 });
			await writeSeed(engine, org, scenarioDocuments());
		},
	});
	if (!started.ok) throw new Error(started.error);
	return started.value;
};

const OPERATOR = 'token-of-the-operator-0123456789';

/** Has a service declared by its operator at the directory, which signs the record. */
const declare = async (host: Serving, url: string): Promise<void> => {
	const key = await generateSigningKey({ random: systemRandom });
	const signKey = bytesToBase64Url(key.publicKey);
	await host.engine.run({
		...{ org: 'universe', caller: () => ({ id: 'set-up', rights: [] }) },
		async work(context) {
			const rights = [{ usage: 'ADM', subject: '', power: 1 }];
			const access = { account: 'operator', label: 'operator', rights, created: 0 };
			await context.write('ACCESS', { hash: hashOfToken(OPERATOR) }, access);
			return ok(null);
		},
	});
	const record: ServiceRecord = {
		...{ service: 'circuit', operator: 'south', url, signKey, status: 'open', text: '', rev: 1 },
		sealKey: bytesToBase64Url(generateSealingKey({ random: systemRandom }).publicKey),
		about: 'Orders of food',
	};
	for (const [name, input] of [
		['operator.name', { operator: 'south', key: signKey, label: 'South' }],
		['service.declare', await declaredService('universe', record, key)],
	] as const) {
		const answer = await fetch(`${host.url}/api/universe/call/${name}`, {
			method: 'POST',
			headers: {
				authorization: `Bearer ${OPERATOR}`,
				'content-type': 'application/json',
				'operation-id': bytesToBase64Url(systemRandom.bytes(16)),
			},
			body: JSON.stringify(input),
		});
		assert.equal(answer.status, 200, name);
	}
};

let north: Serving | undefined;
let south: Serving | undefined;
let browser: Browser;
const both = (): readonly [Serving, Serving] => {
	assert.ok(north && south);
	return [north, south];
};
before(async () => {
	north = await startOperator('circuit', { kind: 'host', universe: 'universe' });
	const key = north.directory?.publicKey ?? '';
	const { url } = north;
	south = await startOperator('marche', { kind: 'elsewhere', universe: 'universe', url, key });
	await declare(north, south.url);
	await north.refreshServices();
	browser = await openBrowser();
});
after(async () => {
	await browser.close();
	for (const one of both()) await one.close();
	for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

const linkOf = async ({ url, engine }: Serving, org: string, usage: string, subject: string) =>
	`${url}/#/enter/${org}/${await offer(engine, org, usage, subject)}`;

const pasteLink = async (page: Page, link: string): Promise<void> => {
	await page.getByLabel('Your entry link').fill(link);
	await page.getByRole('button', { name: 'Enter', exact: true }).click();
};

const toHome = async (page: Page): Promise<void> => {
	const menu = page.getByRole('button', { name: 'Menu' });
	if (await menu.isVisible()) await menu.click();
	else await page.getByRole('button', { name: /Change role/ }).click();
	await page.getByRole('button', { name: /^Go to the home page/ }).click();
	await page.getByRole('heading', { level: 1, name: 'Welcome' }).waitFor();
};

test(
	'11. two operators on one home page, two roles of one session, no cookie, known services only',
	bounded,
	async () => {
		const [first, second] = both();
		const context = await browser.newContext({
			...{ locale: 'en-GB', viewport: { width: 1280, height: 900 } },
		});
		const [page, faults] = await watchedPage(context, first.url);
		await enterByLink(page, await linkOf(first, 'circuit', 'CO', 'dupleix.2'));
		await page.waitForURL(/\/circuit\/co\./);
		await page.getByText('Up to date').first().waitFor();
		await page.goto(await linkOf(first, 'circuit', 'PR', 'bocage.1'));
		await page.waitForURL(/\/circuit\/(co|pr)\./);
		await page.getByText('Up to date').first().waitFor();
		await page.goto(first.url);
		await pasteLink(page, await linkOf(second, 'marche', 'CO', 'dupleix.3'));
		await page.waitForURL(/\/marche\/co\./);
		await page.getByText('Up to date').first().waitFor();
		await toHome(page);
		for (const [org, roles] of [
			['circuit', ['Consumer', 'Producer']],
			['marche', ['Consumer']],
		] as const) {
			const card = page.getByRole('region', { name: org });
			await card.getByText('Up to date').waitFor();
			for (const role of roles) await card.getByRole('link', { name: new RegExp(role) }).waitFor();
		}
		await assertAccessible(page, 'home');
		const shots = process.env.NAVETTE_SHOTS;
		if (shots) await page.screenshot({ path: `${shots}/two-operators.png`, fullPage: true });
		const card = page.getByRole('region', { name: 'circuit' });
		await card.getByRole('link', { name: /Producer/ }).click();
		await page.waitForURL(/\/circuit\/pr\.bocage\.1/);
		await page.goto(first.url);
		await pasteLink(page, `http://127.0.0.1:9/#/enter/demo/${'A'.repeat(22)}`);
		await page.getByText(/a service that this server does not know/).waitFor();
		assert.deepEqual(await context.cookies([first.url, second.url]), []);
		const others = faults.list.filter(
			(fault) => !fault.startsWith(`request to ${second.url}/api/`),
		);
		assert.deepEqual(others, []);
		await context.close();
	},
);

test(
	'11. the policy of pages and the servers name the services that the directory signed, and nobody else',
	bounded,
	async () => {
		const [first, second] = both();
		const socket = second.url.replace('http', 'ws');
		const policy = (await fetch(first.url)).headers.get('content-security-policy') ?? '';
		assert.match(policy, new RegExp(`connect-src 'self' ${second.url} ${socket};`));
		const asked = async (origin: string) => {
			const answer = await fetch(`${second.url}/api/marche/report/me`, {
				...{ method: 'OPTIONS', headers: { origin } },
			});
			return [answer.headers.get('access-control-allow-origin'), answer.headers.get('set-cookie')];
		};
		assert.deepEqual(await asked(first.url), [first.url, null]);
		assert.deepEqual(await asked('https://evil.example'), [null, null]);
	},
);
