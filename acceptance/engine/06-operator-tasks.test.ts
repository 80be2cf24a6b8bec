/**
 * The upkeep page of administrators, in browsers: tasks with their next time, tries and last error;
 * those given up, tried again; limits as bars; the organisation frozen, opened, closed. French and
 * English, light and dark, phone and desk.
 */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { err, failure, ok } from '@navette/core';
import { defineTask, type ServerApplication } from '@navette/server';
import type { Browser, BrowserContextOptions } from 'playwright-core';
import * as v from 'valibot';
import {
	assertAccessible,
	enterAs,
	type Navette,
	openBrowser,
	startNavette,
} from '../first-light/browser.ts';

let navette: Navette;
let browser: Browser;
let isPostDown = true;
const sent: string[] = [];

/** An application whose letters do not leave while the post is down. */
const post: ServerApplication = {
	name: 'post',
	documents: [],
	threads: [],
	policy: { thread: () => undefined, dependsOn: [] },
	operations: [],
	reports: [],
	errors: {},
	tasks: [
		defineTask({
			name: 'post.letter',
			about: 'Sends a letter.',
			input: v.strictObject({ to: v.string() }),
			retry: { attempts: 1, firstMs: 1_000, mostMs: 1_000 },
			handler(_run, { to }) {
				if (isPostDown) return err(failure('E-OFFLINE'));
				sent.push(to);
				return ok(undefined);
			},
		}),
	],
};

before(async () => {
	navette = await startNavette({ applications: [post] });
	browser = await openBrowser();
});
after(async () => {
	await browser?.close();
	await navette?.close();
});

const sendLetter = (to: string) =>
	navette.engine.run({
		org: 'demo',
		caller: () => ({ id: 'mia', rights: [] }),
		work: async (context) => ok(await context.defer({ name: 'post.letter', input: { to } })),
	});

const openUpkeep = async (options: BrowserContextOptions = {}) => {
	const { page, faults } = await enterAs(browser, navette, 'admin', options);
	await page.keyboard.press('g');
	await page.keyboard.press('u');
	await page.getByRole('heading', { name: /^(Upkeep|Entretien)$/, level: 1 }).waitFor();
	await page
		.getByRole('heading', { name: /^(Forget old answers|Oublier les vieilles réponses)$/ })
		.waitFor();
	return {
		page,
		async leave() {
			await page.context().close();
			assert.deepEqual(faults.list, []);
		},
	};
};

const SHAPES = [
	{ viewport: { width: 360, height: 740 }, colorScheme: 'light', locale: 'fr-FR' },
	{ viewport: { width: 1280, height: 900 }, colorScheme: 'dark', locale: 'en-GB' },
] as const;

test('6. a task given up is seen with its error; tried again it is done, and gone', async () => {
	isPostDown = true;
	await sendLetter('ana');
	const { page, leave } = await openUpkeep();
	const given = page.getByRole('region', { name: 'Tasks given up' });
	const card = given.getByRole('listitem').filter({ hasText: 'post.letter' });
	await card.getByText('E-OFFLINE').waitFor();
	await card.getByText('1 try').waitFor();
	isPostDown = false;
	await card.getByRole('button', { name: 'Try again: post.letter' }).click();
	await card.waitFor({ state: 'detached' });
	assert.deepEqual(sent, ['ana']);
	isPostDown = true;
	await sendLetter('gus');
	await card.waitFor();
	await card.getByRole('button', { name: 'Forget: post.letter' }).click();
	await card.waitFor({ state: 'detached' });
	assert.deepEqual(sent, ['ana']);
	await leave();
});

test('6. the page holds on a phone and a desk, light and dark, in both languages', async () => {
	isPostDown = true;
	await sendLetter('zoe');
	const used = await navette.engine.sizes('demo', 100_000);
	const documents = used.types.reduce((sum, type) => sum + type.documents, 0);
	await navette.engine.quotas.set('demo', {
		documents: Math.ceil(documents / 0.95),
		documentBytes: 10_000_000,
		fileBytes: 1_000_000_000,
		operationsPerMinute: 600,
	});
	for (const shape of SHAPES) {
		const { page, leave } = await openUpkeep(shape);
		const where = `${shape.viewport.width} ${shape.colorScheme} ${shape.locale}`;
		await page.getByRole('progressbar').first().waitFor();
		await page.getByText('post.letter').first().waitFor();
		await assertAccessible(page, `upkeep ${where}`);
		const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
		assert.ok(overflow <= 0, `upkeep ${where} overflows`);
		if (process.env.NAVETTE_SHOTS)
			await page.screenshot({
				path: `${process.env.NAVETTE_SHOTS}/upkeep-${shape.viewport.width}.png`,
				fullPage: true,
			});
		await page.getByRole('button', { name: /^(Close…|Fermer…)$/ }).click();
		await page.getByRole('dialog').waitFor();
		await assertAccessible(page, `close ${where}`);
		if (process.env.NAVETTE_SHOTS)
			await page.screenshot({
				path: `${process.env.NAVETTE_SHOTS}/close-${shape.viewport.width}.png`,
			});
		await page.keyboard.press('Escape');
		await leave();
	}
	await navette.engine.quotas.set('demo', {});
});

test('6. frozen from the page, nothing is written and tasks wait; opened again, they are done', async () => {
	const { page, leave } = await openUpkeep();
	await page.getByRole('button', { name: 'Freeze' }).click();
	await page.getByText('Frozen: read only').waitFor();
	const refused = await sendLetter('late');
	assert.equal(refused.ok || refused.error.code, 'E-FROZEN');
	await page.getByRole('button', { name: 'Open again' }).click();
	await page.getByRole('button', { name: 'Freeze' }).waitFor();
	isPostDown = false;
	assert.ok((await sendLetter('late')).ok);
	await leave();
});

test('6. closed from the page once its code is typed, nobody is in any more', async () => {
	const { page } = await openUpkeep();
	await page.getByRole('button', { name: 'Close…' }).click();
	const dialog = page.getByRole('dialog');
	await dialog.getByRole('button', { name: 'Close the organisation' }).click();
	await dialog.getByText('This is not demo. Nothing was changed.').waitFor();
	await dialog.getByRole('textbox').fill('demo');
	await page.keyboard.press('Enter');
	await dialog.waitFor({ state: 'detached' });
	await page
		.getByText(/organisation is closed/i)
		.first()
		.waitFor();
	await page.context().close();
	const about = await navette.engine.describe('demo');
	assert.equal(about.ok && about.value.status, 'closed');
});
