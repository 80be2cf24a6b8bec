/** Point 5, its screens: accessible in both themes and both languages, on a phone and at a desk. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import {
	assertAccessible,
	openBrowser,
	WITHOUT_WORKER,
	watchedPage,
} from '../../apps/web/test/watched-page.ts';
import { type Circuit, startCircuit } from '../first-light/support/circuit-server.ts';

const bounded = { timeout: 300_000 };
const WORDS = {
	'fr-FR': {
		...{ mine: /^Oui, c’est le mien/, next: 'Continuer', own: 'Utiliser la mienne' },
		...{ kept: 'Je l’ai mise en lieu sûr', open: 'Ouvrir mon profil', device: 'Cet appareil' },
		...{ code: 'Code de réveil', on: 'Activer', sleep: 'Mettre en sommeil maintenant' },
		...{ wake: 'Réveiller', close: 'Fermer et ouvrir par la phrase', openDo: 'Ouvrir' },
		...{ plane: 'Passer en mode avion', other: 'Un autre profil', strong: /^(Correcte|Forte)/ },
	},
	'en-GB': {
		...{ mine: /^Yes, it is mine/, next: 'Continue', own: 'Use mine' },
		...{ kept: 'I have kept it safe', open: 'Open my profile', device: 'This device' },
		...{ code: 'Wake-up code', on: 'Turn on', sleep: 'Sleep now' },
		...{ wake: 'Wake up', close: 'Close, and open with the phrase', openDo: 'Open' },
		...{ plane: 'Switch to plane mode', other: 'Another profile', strong: /^(Fair|Strong)/ },
	},
} as const;

let browser: Browser;
let circuit: Circuit;
before(async () => {
	browser = await openBrowser();
	circuit = await startCircuit();
});
after(async () => {
	await browser.close();
	await circuit.close();
});

/** Looks at the page: nothing is broken for anybody, and nothing is wider than the screen. */
const look = async (page: Page, where: string, width: number): Promise<void> => {
	await assertAccessible(page, where);
	const wide = await page.evaluate(() => document.documentElement.scrollWidth);
	assert.ok(wide <= width, `${where} is ${wide} wide`);
	const folder = process.env.NAVETTE_SHOTS;
	const name = where.replaceAll(' ', '-');
	if (folder) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
};

/** Two opposite corners. */
const cases = [
	{ locale: 'fr-FR', colorScheme: 'light', width: 360 },
	{ locale: 'en-GB', colorScheme: 'dark', width: 1280 },
] as const;

for (const { colorScheme, locale, width } of cases)
	test(`5. screens of a device: ${colorScheme} ${locale} ${width}`, bounded, async () => {
		const words = WORDS[locale];
		const name = (screen: string) => `${screen} ${locale} ${colorScheme} ${width}`;
		const context = await browser.newContext({
			...{ colorScheme, locale, viewport: { width, height: 740 } },
			...WITHOUT_WORKER,
		});
		const [page, faults] = await watchedPage(context, circuit.url);
		const press = (button: string | RegExp) =>
			page.getByRole('button', { name: button, exact: true }).click();
		await page.goto(circuit.linkOf('adele'));
		await page.getByRole('button', { name: words.mine }).waitFor();
		await look(page, name('choice'), width);
		await page.getByRole('button', { name: words.mine }).click();
		await page.locator('input[autocomplete="username"]').fill('Camille');
		await look(page, name('name'), width);
		await press(words.next);
		await page.getByTestId('phrase').filter({ hasText: /\w \w/ }).waitFor();
		await look(page, name('proposed'), width);
		await press(words.own);
		const typed = page.locator('input[autocomplete="new-password"]');
		await typed.fill('cheval agrafe pile exacte lune');
		await page.getByText(words.strong).waitFor();
		await look(page, name('typed'), width);
		await press(words.next);
		await page.getByRole('checkbox', { name: words.kept }).check();
		await look(page, name('rescue'), width);
		await press(words.open);
		await page.waitForURL(/\/circuit\/co\./);
		await press(words.device);
		await page.getByLabel(words.code).fill('2468');
		await look(page, name('device'), width);
		await press(words.on);
		await press(words.sleep);
		await page.getByLabel(words.code).fill('1111');
		await press(words.wake);
		await page.getByRole('alert').waitFor();
		await look(page, name('asleep'), width);
		await press(words.close);
		await page.locator('input[autocomplete="current-password"]').fill('wrong words');
		await press(words.openDo);
		await page.getByRole('alert').waitFor();
		await look(page, name('refused'), width);
		await press(words.other);
		await look(page, name('profiles'), width);
		assert.deepEqual(faults.list, []);
		await context.close();
	});

test('5. from the link to the profile with the keyboard alone', bounded, async () => {
	const context = await browser.newContext({ locale: 'en-GB' });
	const [page] = await watchedPage(context, circuit.url);
	/** Tab until the focus is on what has this name. */
	const reach = async (wanted: string): Promise<void> => {
		for (let step = 0; step < 40; step++) {
			await page.keyboard.press('Tab');
			const text = await page.evaluate(() => {
				const one = document.activeElement;
				const label = one instanceof HTMLInputElement ? one.labels?.[0]?.textContent : undefined;
				return label ?? one?.textContent ?? '';
			});
			if (text.includes(wanted)) return;
		}
		assert.fail(`the keyboard does not reach ${wanted}`);
	};
	await page.goto(circuit.linkOf('bruno'));
	await page.getByRole('button', { name: /^Yes, it is mine/ }).waitFor();
	await reach('Yes, it is mine');
	await page.keyboard.press('Enter');
	await page.getByLabel('Name of your profile').waitFor();
	await reach('Name of your profile');
	await page.keyboard.type('Bruno');
	await page.keyboard.press('Enter');
	await page.getByTestId('phrase').filter({ hasText: /\w \w/ }).waitFor();
	await reach('Continue');
	await page.keyboard.press('Enter');
	await page.getByRole('checkbox').waitFor();
	await reach('I have kept it safe');
	await page.keyboard.press('Space');
	await reach('Open my profile');
	await page.keyboard.press('Enter');
	await page.waitForURL(/\/circuit\/co\./);
	await context.close();
});
