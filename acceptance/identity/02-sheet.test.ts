/**
 * Point 2, the sheet at work: two devices of one person; sessions named and ended, announcements that
 * come by themselves, one alias replaced with the other, a rescue sheet on paper and in a file, a
 * sponsorship answered, a right withdrawn.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { lookAtOffer } from '@navette/directory/client';
import type { Browser, Page } from 'playwright-core';
import { openBrowser } from '../../apps/web/test/watched-page.ts';
import { type CircuitSite, startCircuitSite } from './support/circuit-site.ts';
import { lookedPage, type Sight } from './support/looked-page.ts';
import { must } from './support/member.ts';
import { fillPair, type Pair, registerByLink, toSheet } from './support/newcomer.ts';
import { directoryDepsOf } from './support/service.ts';

const bounded = { timeout: 300_000 };
const PHONE: Sight = { locale: 'en-GB', colorScheme: 'light', width: 360 };
const DESK: Sight = { locale: 'en-GB', colorScheme: 'dark', width: 1280 };

let browser: Browser;
let site: CircuitSite;
before(async () => {
	browser = await openBrowser();
	site = await startCircuitSite();
});
after(async () => {
	await browser.close();
	await site.close();
});

/** Enters on a device that is to keep nothing, under a name. */
const enterOn = async (page: Page, pair: Pair, label: string): Promise<void> => {
	await page.goto(site.service.url);
	await page.getByRole('link', { name: 'Enter with my identity' }).click();
	await fillPair(page, pair);
	await page.getByRole('radio', { name: /^No: leave nothing/ }).check();
	await page.getByLabel('Name of this device').fill(label);
	await page.getByRole('button', { name: 'Enter', exact: true }).click();
	await page.getByRole('link', { name: 'See your sheet' }).waitFor();
};

test(
	'2. two devices: announced, named, ended at once; one alias replaced with the other',
	bounded,
	async () => {
		const phone = await lookedPage(browser, site.service.url, PHONE);
		const pair = await registerByLink(phone.page, await site.sponsorLink('dupleix.2'));
		await toSheet(phone.page);
		const desk = await lookedPage(browser, site.service.url, DESK);
		await enterOn(desk.page, pair, 'Library desk');
		await phone.page.getByText(/Library desk · today/).waitFor();
		await toSheet(desk.page);
		await desk.look('sheet-desk');

		await phone.page.getByRole('button', { name: 'Rename Chrome, Linux' }).click();
		await phone.page.getByLabel('Name of the session').fill('My telephone');
		await phone.look('sheet-rename');
		await phone.page.getByRole('button', { name: 'Save' }).last().click();
		await phone.page.getByText('My telephone', { exact: true }).waitFor();

		await desk.page.getByLabel('Value').fill('camille@example.org');
		await desk.page.getByRole('button', { name: 'Add', exact: true }).click();
		/* the sheet that is open elsewhere shows it by itself */
		await phone.page.getByText('camille@example.org').waitFor();

		await desk.page.getByRole('button', { name: 'Choose the second alias' }).click();
		await desk.page.getByTestId('second').filter({ hasText: /\w \w/ }).waitFor();
		await desk.page.getByRole('button', { name: 'Take these phrases' }).click();
		await desk.page.getByTestId('made-second').waitFor();
		await desk.look('sheet-alias');
		const second = {
			first: (await desk.page.getByTestId('made-first').textContent()) ?? '',
			second: (await desk.page.getByTestId('made-second').textContent()) ?? '',
		};
		/* every other session ended at once: the telephone shows the sheet no more */
		await phone.page.getByRole('heading', { level: 1, name: 'Enter' }).waitFor();
		await fillPair(phone.page, second);
		await phone.page.getByRole('button', { name: 'Enter', exact: true }).click();
		await toSheet(phone.page);
		await phone.page.getByText('An alias was replaced').waitFor();

		await phone.page.getByRole('button', { name: 'End Library desk' }).click();
		await desk.page.getByRole('heading', { level: 1, name: 'Enter' }).waitFor();
		assert.deepEqual([...phone.faults.list, ...desk.faults.list], []);
		await phone.context.close();
		await desk.context.close();
	},
);

test('2. a rescue sheet on paper and in a file that opens again', bounded, async () => {
	const { page, look, context } = await lookedPage(browser, site.service.url, PHONE);
	await page.goto(await site.sponsorLink());
	await page.getByRole('button', { name: /^Accept: make/ }).click();
	await page.getByTestId('second').filter({ hasText: /\w \w/ }).waitFor();
	const second = (await page.getByTestId('second').textContent()) ?? '';
	await page.getByRole('button', { name: 'Continue' }).click();
	await page.getByText(second).waitFor();
	const folder = process.env.NAVETTE_SHOTS;
	const pdf = await page.pdf({ format: 'A4', ...(folder ? { path: `${folder}/rescue.pdf` } : {}) });
	assert.equal(pdf.subarray(0, 5).toString(), '%PDF-');
	await page.emulateMedia({ media: 'print' });
	assert.equal(await page.getByRole('button', { name: 'Print (A4)' }).isVisible(), false);
	assert.equal(await page.getByText(second).isVisible(), true);
	if (folder) await page.screenshot({ path: `${folder}/rescue-paper.png`, fullPage: true });
	await page.emulateMedia({ media: 'screen' });
	await page.getByRole('button', { name: 'Keep it as an encrypted file' }).click();
	await page.getByLabel('Phrase of the file').fill('a phrase for the file');
	const downloaded = page.waitForEvent('download');
	await page.getByRole('button', { name: 'Save the file' }).click();
	const file = await (await downloaded).path();
	const bytes = readFileSync(file);
	assert.ok(!bytes.includes(second), 'the phrase is not in clear');
	await look('rescue-file');
	await page.getByRole('checkbox', { name: 'I have kept it safe' }).check();
	await page.getByRole('button', { name: 'Continue' }).click();
	await page.getByRole('button', { name: /^Later/ }).click();
	await page.getByRole('radio', { name: /^No: leave nothing/ }).check();
	await page.getByRole('button', { name: 'Make my identity' }).click();
	await page.getByRole('link', { name: 'See your sheet' }).waitFor();

	await page.goto(`${site.service.url}/~identity`);
	await page.getByRole('button', { name: 'Open a rescue file' }).click();
	await page.locator('input[type="file"]').setInputFiles({
		...{ name: 'rescue.nvr', mimeType: 'application/octet-stream', buffer: bytes },
	});
	const open = async (phrase: string) => {
		await page.getByLabel('Phrase of the file').fill(phrase);
		await page.getByRole('button', { name: 'Open the file' }).click();
	};
	await open('not its phrase');
	await page.getByRole('alert').filter({ hasText: 'not the phrase of this file' }).waitFor();
	await look('rescue-wrong');
	await open('a phrase for the file');
	await page.getByText(/the phrases are filled in/).waitFor();
	await page.getByRole('radio', { name: /^No: leave nothing/ }).check();
	await page.getByRole('button', { name: 'Enter', exact: true }).click();
	await page.getByRole('link', { name: 'See your sheet' }).waitFor();
	await context.close();
});

test(
	'2. a sponsorship made on the sheet and accepted by somebody tells its thanks; with the keyboard alone',
	bounded,
	async () => {
		const sponsor = await lookedPage(browser, site.service.url, PHONE);
		await registerByLink(sponsor.page, await site.sponsorLink());
		await toSheet(sponsor.page);
		await sponsor.page.getByLabel('Your name, for whoever is sponsored').fill('Camille');
		await sponsor.page.getByLabel('Words of welcome').fill('Come and eat');
		await sponsor.page.getByRole('button', { name: 'Make the link' }).click();
		const link = (await sponsor.page.getByTestId('sponsor-link').textContent()) ?? '';
		const { page, context } = await lookedPage(browser, site.service.url, DESK);
		/** Tab until the focus is on what has this name. */
		const reach = async (wanted: string): Promise<void> => {
			for (let step = 0; step < 40; step++) {
				await page.keyboard.press('Tab');
				const text = await page.evaluate(() => {
					const one = document.activeElement;
					const labelled = one instanceof HTMLInputElement || one instanceof HTMLTextAreaElement;
					return (labelled ? one.labels?.[0]?.textContent : one?.textContent) ?? '';
				});
				if (text.includes(wanted)) return;
			}
			assert.fail(`the keyboard does not reach ${wanted}`);
		};
		await page.goto(link);
		await page.getByText('Come and eat').waitFor();
		await reach('Accept: make');
		await page.keyboard.press('Enter');
		await page.getByTestId('second').filter({ hasText: /\w \w/ }).waitFor();
		await reach('Continue');
		await page.keyboard.press('Enter');
		await page.getByRole('checkbox').waitFor();
		await reach('I have kept it safe');
		await page.keyboard.press('Space');
		await reach('Continue');
		await page.keyboard.press('Enter');
		await page.getByRole('button', { name: /^Later/ }).waitFor();
		await reach('Later');
		await page.keyboard.press('Enter');
		await page.getByRole('radio').first().waitFor();
		await reach('Name of the profile');
		await page.keyboard.type('Noor');
		await reach('A word of thanks');
		await page.keyboard.type('With pleasure');
		await reach('Make my identity');
		await page.keyboard.press('Enter');
		await page.getByRole('link', { name: 'See your sheet' }).waitFor();
		await sponsor.page.getByText('With pleasure').waitFor();
		await sponsor.look('sheet-sponsored');
		/* the other two forms: said, or in two halves */
		const deps = await directoryDepsOf(site.service.url);
		const shown = (id: string) => sponsor.page.getByTestId(id).innerText();
		const make = async (form: string, button: string) => {
			await sponsor.page.getByLabel('By what means').selectOption(form);
			await sponsor.page.getByRole('button', { name: button }).click();
		};
		await make('A phrase to say', 'Draw the phrase');
		const phrase = await shown('sponsor-phrase');
		assert.equal(phrase.split(' ').length, 5);
		assert.equal(must(await lookAtOffer(deps, { form: 'phrase', phrase })).from, 'Camille');
		await make('A code in two halves', 'Make the code');
		const halves = [await shown('sponsor-half-0'), await shown('sponsor-half-1')] as const;
		must(await lookAtOffer(deps, { form: 'code', halves }));
		await sponsor.look('sheet-sponsor-forms');
		await sponsor.context.close();
		await context.close();
	},
);

test(
	'2. a second alias asked at registration; the sheet as a file and back; values proposed to a form',
	bounded,
	async () => {
		const { page, look, context, faults } = await lookedPage(browser, site.service.url, PHONE);
		await page.goto(await site.sponsorLink(undefined, 'CO', 'The first one.'));
		await page.getByText('The first one.').waitFor();
		/* another link, opened on the page that shows one: the second is shown */
		await page.goto(await site.sponsorLink('dupleix.3'));
		await page.getByText('Welcome among us!').waitFor();
		assert.equal(await page.getByText('The first one.').count(), 0);
		await page.getByRole('button', { name: /^Accept: make/ }).click();
		const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
		const takePair = async (): Promise<Pair> => {
			await page.getByTestId('second').filter({ hasText: /\w \w/ }).waitFor();
			const of = async (which: string) => (await page.getByTestId(which).textContent()) ?? '';
			const pair = { first: await of('first'), second: await of('second') };
			await press('Continue');
			await page.getByRole('checkbox', { name: 'I have kept it safe' }).check();
			await press('Continue');
			return pair;
		};
		await takePair();
		await look('second-alias');
		await page.getByRole('button', { name: /^Choose a second one/ }).click();
		const other = await takePair();
		await page.getByRole('radio', { name: /^No: leave nothing/ }).check();
		await press('Make my identity');
		await toSheet(page);
		assert.equal(await page.getByText('You have no second alias yet').count(), 0);

		const add = async (kind: string, value: string) => {
			await page.getByLabel('Kind').selectOption(kind);
			await page.getByLabel('Value', { exact: true }).fill(value);
			await press('Add');
			await page.getByText(value, { exact: true }).first().waitFor();
		};
		await add('name', 'Camille Orchard');
		await add('mail', 'camille@example.org');
		await page
			.getByRole('group', { name: 'From your identity:' })
			.getByText('Camille Orchard')
			.click();
		assert.equal(
			await page.getByLabel('Your name, for whoever is sponsored').inputValue(),
			'Camille Orchard',
		);

		await press('Keep it as an encrypted file');
		await page.getByLabel('Phrase of the file').first().fill('a phrase for the sheet');
		const downloaded = page.waitForEvent('download');
		await press('Save the file');
		const bytes = readFileSync(await (await downloaded).path());
		assert.ok(!bytes.includes('camille'), 'nothing of it is in clear');
		await press('Remove camille@example.org');
		await page.getByText('camille@example.org', { exact: true }).waitFor({ state: 'detached' });
		await page.getByText('Take back what is missing from a copy').click();
		const openWith = async (buffer: Buffer, phrase: string) => {
			await page.locator('input[type="file"]').setInputFiles({
				...{ name: 'navette-sheet.nvr', mimeType: 'application/octet-stream', buffer },
			});
			await page.getByLabel('Phrase of the file').last().fill(phrase);
			await press('Open the file');
		};
		await openWith(bytes, 'not its phrase');
		await page.getByRole('alert').filter({ hasText: 'not the phrase of this file' }).waitFor();
		const damaged = Buffer.from(bytes);
		damaged.writeUInt8(damaged.readUInt8(120) ^ 1, 120);
		await openWith(damaged, 'a phrase for the sheet');
		await page.getByRole('alert').filter({ hasText: 'damaged or changed' }).waitFor();
		await look('sheet-file');
		await openWith(bytes, 'a phrase for the sheet');
		await page.getByText(/^Taken back/).waitFor();
		await page.getByText('camille@example.org', { exact: true }).waitFor();
		await page.locator('.nv-brand').click();
		await page.getByRole('link', { name: /Consumer/ }).click();
		await page.getByRole('link', { name: 'My sheet' }).first().click();
		const proposed = page.getByRole('group', { name: 'From your identity:' });
		await proposed.getByText('camille@example.org').waitFor();
		await look('circuit-sheet-prefill');
		await proposed.getByText('Camille Orchard').click();
		await proposed.getByText('camille@example.org').click();
		await proposed.first().waitFor({ state: 'detached' });
		assert.equal(await page.locator('input[autocomplete="name"]').inputValue(), 'Camille Orchard');
		assert.equal(
			await page.locator('input[type="email"]').last().inputValue(),
			'camille@example.org',
		);
		assert.ok(!(await site.textOf('FCO')).includes('camille'), 'nothing is sent by itself');
		await press('Save');
		await page.getByText('Sheet saved').waitFor();
		assert.ok((await site.textOf('FCO')).includes('camille@example.org'));
		assert.deepEqual(faults.list, []);
		await context.close();

		const later = await lookedPage(browser, site.service.url, DESK);
		await enterOn(later.page, other, 'By the second alias');
		await later.context.close();
	},
);
