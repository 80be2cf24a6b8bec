/**
 * Point 2, its screens: a sponsorship is looked at, accepted (a new identity, or one that somebody has)
 * or declined with a reason; two phrases, a rescue sheet on paper and as a file; the entry; the sheet.
 */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { systemRandom } from '@navette/core';
import { newCodeSecret } from '@navette/directory/client';
import type { Browser, Page } from 'playwright-core';
import { openBrowser } from '../../apps/web/test/watched-page.ts';
import { type CircuitSite, startCircuitSite } from './support/circuit-site.ts';
import { lookedPage, SIGHTS } from './support/looked-page.ts';
import { must } from './support/member.ts';

const bounded = { timeout: 300_000 };
const WORDS = {
	'fr-FR': {
		...{ offer: 'On vous parraine', accept: /^Accepter : créer/, next: 'Continuer' },
		...{ kept: 'Je l’ai mise en lieu sûr', name: /^Nom du profil/, make: 'Créer mon identité' },
		...{ own: 'Choisir les miennes', proposed: 'Reprendre des mots proposés' },
		...{ see: 'Voir votre fiche', sheet: 'Votre fiche', home: 'Accueil', rights: 'Droits d’accès' },
		...{ presented: 'Présenté : session ouverte', thisOne: 'Cette session' },
		...{ decline: 'Décliner', declineDo: 'Décliner et le dire', reason: 'Votre raison' },
		...{ enter: 'Entrer avec mon identité', login: 'Entrer', kind: 'Valeur', add: 'Ajouter' },
		...{ second: 'Choisir le second alias', later: /^Plus tard/ },
	},
	'en-GB': {
		...{ offer: 'You are sponsored', accept: /^Accept: make/, next: 'Continue' },
		...{ kept: 'I have kept it safe', name: /^Name of the profile/, make: 'Make my identity' },
		...{ own: 'Choose my own', proposed: 'Take proposed words again' },
		...{ see: 'See your sheet', sheet: 'Your sheet', home: 'Home', rights: 'Access rights' },
		...{ presented: 'Presented: session open', thisOne: 'This session' },
		...{ decline: 'Decline', declineDo: 'Decline, and say so', reason: 'Your reason' },
		...{ enter: 'Enter with my identity', login: 'Enter', kind: 'Value', add: 'Add' },
		...{ second: 'Choose the second alias', later: /^Later/ },
	},
} as const;

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

const press = (page: Page, name: string | RegExp) =>
	page.getByRole('button', { name, exact: true }).click();
const heading = (page: Page, name: string | RegExp) =>
	page.getByRole('heading', { level: 1, name, exact: true }).waitFor();

for (const sight of SIGHTS)
	test(
		`2. from a sponsorship to the sheet: ${sight.locale} ${sight.colorScheme} ${sight.width}`,
		bounded,
		async () => {
			const words = WORDS[sight.locale];
			const { page, faults, look, context } = await lookedPage(browser, site.service.url, sight);
			await page.goto(await site.sponsorLink('dupleix.2'));
			await page.getByText('Welcome among us!').waitFor();
			assert.ok(!page.url().includes('sponsor'), 'the secret left the address');
			await look('offer');
			await press(page, words.decline);
			await page.getByLabel(words.reason).waitFor();
			await look('decline');
			await page.getByRole('button').last().click();
			await press(page, words.accept);
			await page.getByTestId('second').filter({ hasText: /\w \w/ }).waitFor();
			await look('pair');
			await press(page, words.own);
			await page.locator('input[autocomplete="new-password"]').fill('azerty');
			await page.getByText(/^(Trop courte|Too short)/).waitFor();
			await look('pair-typed');
			await press(page, words.proposed);
			const second = await page.getByTestId('second').textContent();
			await press(page, words.next);
			await page.getByText(second ?? '').waitFor();
			await look('rescue');
			await page.getByRole('checkbox', { name: words.kept }).check();
			await press(page, words.next);
			await page.getByRole('button', { name: words.later }).waitFor();
			await look('second');
			await page.getByRole('button', { name: words.later }).click();
			await page.getByLabel(words.name).fill('Camille');
			await look('device');
			await press(page, words.make);
			await page.getByRole('region', { name: 'circuit' }).waitFor();
			await look('home');
			await page.getByRole('link', { name: words.see }).click();
			await page.getByText(words.thisOne).waitFor();
			await page.getByText(words.presented).waitFor();
			await page.getByLabel(words.kind, { exact: true }).fill('camille@example.org');
			await press(page, words.add);
			await page.getByText('camille@example.org', { exact: true }).waitFor();
			await look('sheet');
			assert.deepEqual(faults.list, []);
			await context.close();
		},
	);

test(
	'2. a sponsorship declined tells its reason to the sponsor, and serves no more',
	bounded,
	async () => {
		const { page, look, context } = await lookedPage(browser, site.service.url, {
			...{ locale: 'en-GB', colorScheme: 'light', width: 360 },
		});
		const link = await site.sponsorLink();
		await page.goto(link);
		await press(page, 'Decline');
		await page.getByLabel('Your reason').fill('I know you not');
		await press(page, 'Decline, and say so');
		await page.getByText('It is said').waitFor();
		await look('declined');
		await press(page, 'Go to the home page');
		await heading(page, 'Welcome');
		await page.goto(`${link}?`.replace('?', ''));
		await page.reload();
		await page.goto('about:blank');
		await page.goto(link);
		await page
			.getByRole('alert')
			.filter({ hasText: 'does not exist, was used or has expired' })
			.waitFor();
		await look('offer-over');
		await context.close();
	},
);

test(
	'2. entry: a wrong alias and an unknown one have one sentence; waits are said; offline is said',
	bounded,
	async () => {
		const { page, look, context } = await lookedPage(browser, site.service.url, {
			...{ locale: 'en-GB', colorScheme: 'dark', width: 360 },
		});
		await page.goto(site.service.url);
		await page.getByRole('link', { name: 'Enter with my identity' }).click();
		await page.getByRole('radio', { name: /^No: leave nothing/ }).check();
		const attempt = async (first: string, second: string): Promise<string> => {
			await page.locator('input[name="first-phrase"]').fill(first);
			await page.locator('input[name="second-phrase"]').fill(second);
			const before = page.getByRole('alert');
			await press(page, 'Enter');
			await before.waitFor({ state: 'detached' });
			await before.waitFor();
			return (await before.textContent()) ?? '';
		};
		const wrong = await attempt('ana of the first orchard', 'not her phrase');
		assert.match(wrong, /open no sheet/);
		assert.equal(await attempt('nobody has this phrase', 'not her phrase'), wrong);
		await look('login-refused');
		let said = wrong;
		for (let turn = 0; turn < 6 && said === wrong; turn++)
			said = await attempt('nobody has this phrase', 'not her phrase');
		assert.match(said, /Too many tries.*wait \d+ second/);
		await look('login-wait');
		await context.setOffline(true);
		assert.match(await attempt('ana of the first orchard', 'x y z'), /does not answer/);
		await look('login-offline');
		await context.setOffline(false);
		await page.locator('input[name="first-phrase"]').fill('ana of the other orchard');
		await page.locator('input[name="second-phrase"]').fill('ana has a other phrase');
		await press(page, 'Enter');
		await page.getByRole('link', { name: 'See your sheet' }).waitFor();
		assert.deepEqual(await page.evaluate(() => indexedDB.databases()), [], 'nothing is kept');
		await context.close();
	},
);

test('2. a sponsorship that was said, or came in two halves, is typed', bounded, async () => {
	const { page, look, context } = await lookedPage(browser, site.service.url, {
		...{ locale: 'fr-FR', colorScheme: 'light', width: 360 },
	});
	const code = newCodeSecret(systemRandom);
	const phrase = 'cinq mots dits de vive voix';
	must(await site.ana.sponsor({ form: 'phrase', phrase }, 'Par la phrase', 7));
	must(await site.ana.sponsor(code, 'Par le code', 7));
	await page.goto(`${site.service.url}/~identity`);
	const told = 'On m’a donné une phrase ou un code de parrainage';
	await press(page, told);
	await look('told');
	await page.getByLabel('Phrase de parrainage').fill(`  ${phrase} `);
	await press(page, 'Voir le parrainage');
	await page.getByText('Par la phrase').waitFor();
	await page.reload();
	await press(page, told);
	const [first, other] = code.halves;
	await page.getByLabel('Première moitié du code').fill(first.toLowerCase());
	await page.getByLabel('Autre moitié du code').fill(`${other.slice(0, 5)}-${other.slice(5)}`);
	await press(page, 'Voir le parrainage');
	await page.getByText('Par le code').waitFor();
	await context.close();
});
