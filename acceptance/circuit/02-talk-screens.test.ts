/**
 * Point 2, what people say and who they are: the chats of the four roles, the directory as each may
 * see it, and the sheets with who sees what of each.
 */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { LIVR } from '../../packages/circuit/src/server/testing/scenario.ts';
import { accepted, bounded, OURS } from './support/asks.ts';
import { type Entered, lookAt, openPages, type Pages, PHONE } from './support/pages.ts';

const CHD = { type: 'CHD', ...OURS };
const CHCO = { type: 'CHCO', gc: 'dupleix' };

let pages: Pages;
let adele: Entered;
let animator: Entered;
let bocage: Entered;
let poultry: Entered;
before(async () => {
	pages = await openPages();
	[adele, animator, bocage, poultry] = await Promise.all([
		pages.enter('adele', PHONE),
		pages.enter('animator'),
		pages.enter('bocage'),
		pages.enter('poultry'),
	]);
});
after(() => pages?.close());

const write = (name: 'animator' | 'bocage' | 'bruno', chat: object, tx: string) =>
	pages.circuit.as(name).call('ChatEcrire', { chat, tx });
const message = ({ page }: Entered, words: string) =>
	page.getByRole('article').filter({ hasText: words });

test(
	'2. chats: what is unread is marked and counted, by day, urgent told apart, notes in words',
	bounded,
	async () => {
		const { page, home } = adele;
		accepted(await write('bruno', CHCO, 'Qui vient décharger ?'));
		accepted(await write('animator', CHD, 'Place du marché, pas la halle.'));
		accepted(
			await pages.circuit.as('bocage').call('LivrDates', {
				...{ gp: 'bocage', livr: LIVR },
				pts: { dupleix: { adrD: '2 place du Marché' } },
			}),
		);
		await page.goto(`${home}/chat`);
		await page.getByText('New messages').waitFor();
		await message(adele, 'Qui vient décharger ?').getByText('Bruno').waitFor();
		await page.getByRole('region', { name: 'Thursday 5 June' }).waitFor();
		await page.goto(`${home}/deliveries/bocage/${LIVR}?tab=chat`);
		await page
			.getByText('Place of distribution (Dupleix): 1 place de la Halle → 2 place du Marché')
			.waitFor();
		await page.getByText('The groupement writes here').waitFor();
		assert.equal(
			await page.getByRole('textbox').count(),
			0,
			'a consumer only reads the groupement',
		);
		await page.getByText('Our distribution').click();
		await message(adele, 'Place du marché').waitFor();
		assert.equal(await message(adele, 'Place du marché').getByText('Urgent').count(), 0);

		const group = animator.page;
		await group.goto(`${animator.home}/chats/CHD/bocage/${LIVR}/dupleix`);
		await group.getByRole('button', { name: 'Make urgent' }).click();
		await group.getByRole('button', { name: 'Yes, it is urgent' }).click();
		await message(adele, 'Place du marché').getByText('Urgent').waitFor();
		await group.goto(`${animator.home}/chats`);
		const row = group.getByRole('listitem').filter({ hasText: 'Chat, Dupleix' });
		await row.getByText('1 new').waitFor();
		await row.getByRole('link').click();
		await message(animator, 'Qui vient décharger ?').waitFor();
		await group.getByRole('link', { name: 'Chats' }).first().click();
		await row.getByText('Bruno: Qui vient décharger ?').waitFor();
		await row.getByText('1 new').waitFor({ state: 'detached' });
	},
);

test(
	'2. chats: 2000 characters at most, nothing lost; the draft is there after a restart',
	bounded,
	async () => {
		const { page, home } = adele;
		await page.goto(`${home}/chat`);
		const field = page.getByRole('textbox', { name: 'Your message' });
		await field.fill('é'.repeat(2_003));
		await page.getByRole('alert').filter({ hasText: '3 characters too many' }).waitFor();
		assert.ok(await page.getByRole('button', { name: 'Send' }).isDisabled());
		await field.fill('Je viens avec un diable');
		await page.getByText('23 / 2000').waitFor();
		await page.reload();
		await page.getByText('23 / 2000').waitFor();
		assert.equal(await field.inputValue(), 'Je viens avec un diable');
		await page.getByRole('button', { name: 'Send' }).click();
		await message(adele, 'Je viens avec un diable').getByText('You').waitFor();
		assert.equal(await field.inputValue(), '');
	},
);

test(
	'2. chats: the groupement and its producers; a message begun from what changed',
	bounded,
	async () => {
		await poultry.page.goto(`${poultry.home}/chat`);
		await poultry.page.getByRole('textbox', { name: 'Your message' }).fill('Trente poulets prêts');
		await poultry.page.keyboard.press('Control+Enter');
		await bocage.page.goto(`${bocage.home}/chats`);
		await bocage.page.getByText('Ferme 1: Trente poulets prêts').waitFor();
		await poultry.page.goto(`${poultry.home}/chats/CHL/bocage/${LIVR}`);
		await poultry.page.getByText('The groupement writes here').waitFor();
		await bocage.page.goto(`${bocage.home}/chats/CHL/bocage/${LIVR}`);
		await bocage.page.getByRole('button', { name: 'Write from what changed' }).click();
		const field = bocage.page.getByRole('textbox', { name: 'Your message' });
		assert.match(
			await field.inputValue(),
			/What changes:\n– Place of distribution \(Dupleix\): 2 place/,
		);
		await bocage.page.getByRole('button', { name: 'Send' }).click();
		await message(poultry, 'What changes:').getByText('Bocage', { exact: true }).waitFor();
	},
);

test(
	'2. directory: each role reads the cards that he may, searches, and calls',
	bounded,
	async () => {
		const { page, home } = adele;
		await page.goto(`${home}/directory`);
		await page.getByRole('searchbox').fill('chloe');
		await page.getByRole('link', { name: /^Call, Chloé/ }).waitFor();
		await page.getByRole('link', { name: 'Chloé', exact: true }).click();
		const phone = page.getByRole('link', { name: '+33 6 00 00 00 00' });
		assert.equal(await phone.getAttribute('href'), 'tel:+33600000000');
		await page.goto(`${home}/directory/producer/bocage.1`);
		await page.getByText('Ask the groupement').waitFor();
		await page.goto(`${home}/directory/group/agora`);
		await page.getByText('No contact is shown here').waitFor();
		await bocage.page.goto(`${bocage.home}/directory/group/dupleix`);
		await bocage.page.getByText('AD · BR · CH').waitFor();
		assert.doesNotMatch(await bocage.page.getByRole('main').innerText(), /Adèle|Bruno/);
		await animator.page.goto(`${animator.home}/directory/producer/bocage.1`);
		await animator.page.getByRole('link', { name: '+33 6 00 00 00 00' }).waitFor();
	},
);

test(
	'2. my sheet: who sees what, previewed as it is typed; faults in place, nothing lost, undone',
	bounded,
	async () => {
		const { page, home } = adele;
		await page.goto(`${home}/sheet`);
		const preview = page.getByRole('region', { name: 'Preview' });
		await preview.getByText('+33 6 00 00 00 00').waitFor();
		await page.getByLabel('Who sees: telephones').selectOption('Only me');
		await preview.getByText('No contact is shown here').waitFor();
		await page.getByLabel('Initials').fill('A1');
		await page.getByRole('button', { name: 'Save' }).click();
		await page.getByText('Leave at least one telephone or address to the animators').waitFor();
		await page.getByText('2 to 4 letters, no space and no figure.').waitFor();
		assert.equal(
			await page.getByLabel('Initials').evaluate((one) => one === document.activeElement),
			true,
		);
		await page.reload();
		await page.getByText('Changes not saved, kept on this device.').waitFor();
		assert.equal(await page.getByLabel('Initials').inputValue(), 'A1');
		await page.getByLabel('Initials').fill('ADE');
		await page.getByLabel('Who sees: telephones').selectOption('Its animators');
		await preview.getByText('an animator').click();
		await preview.getByText('+33 6 00 00 00 00').waitFor();
		await page.getByRole('button', { name: 'Save' }).click();
		await page.getByText('Sheet saved.').waitFor();
		const seen = async (name: 'bruno' | 'animator') =>
			JSON.stringify(await pages.circuit.as(name).pull('RGC/'));
		assert.match(await seen('bruno'), /"init":"ADE"/);
		assert.equal((await seen('bruno')).match(/\+33/g)?.length, 6, 'a neighbour does not see it');
		assert.equal((await seen('animator')).match(/\+33/g)?.length, 7);
		await page.getByRole('button', { name: 'Undo' }).click();
		await page.getByText('Change taken back.').waitFor({ state: 'attached' });
		assert.match(await seen('bruno'), /"init":"AD"/);
	},
);

test(
	'2. the sheets of a group, a groupement and a producer, with their settings',
	bounded,
	async () => {
		const { page, home } = animator;
		await page.goto(`${home}/sheet`);
		await page.getByLabel('Early closing (hours)').fill('100');
		await page.getByRole('button', { name: 'Save' }).click();
		await page.getByText('A whole number, from 0 to 72.').waitFor();
		await page.getByLabel('Early closing (hours)').fill('24');
		await page.getByLabel('Show producers the detail by consumer').click();
		await page.getByRole('button', { name: 'Save' }).click();
		await page.getByText('Sheet saved.').waitFor();
		const group = await pages.circuit.as('animator').report('Lire', { type: 'FGC', id: 'dupleix' });
		assert.match(JSON.stringify(group), /(?=.*"avance":24)(?=.*"detPr":false)/);
		await bocage.page.goto(`${bocage.home}/sheet`);
		await bocage.page
			.getByLabel('Prices in force on the day of')
			.selectOption('the opening of orders');
		await bocage.page.getByRole('button', { name: 'Save' }).click();
		await bocage.page.getByText('Sheet saved.').waitFor();
		await poultry.page.goto(`${poultry.home}/sheet`);
		await poultry.page.getByLabel('Place').fill('Orne');
		await poultry.page.getByRole('button', { name: 'Save' }).click();
		await poultry.page.getByText('Sheet saved.').waitFor();
		await adele.page.goto(`${adele.home}/directory/producer/bocage.1`);
		await adele.page.getByText('Bocage · Orne').waitFor();
	},
);

test('2. every screen of chats, directory and sheets is accessible and fits', {
	timeout: 180_000,
}, async () => {
	await lookAt(adele, [
		['chat', /^(Lue par|Read by)/],
		[`deliveries/bocage/${LIVR}?tab=chat`, /^(Lue par|Read by)/],
		['directory', /Chloé/],
		['sheet', /^(Aperçu|Preview)$/],
	]);
	await lookAt(animator, [['chats', /^(Chez vous|Yours)$/]]);
});

test(
	'2. chats offline: what is written waits on the device, and leaves when the network is back',
	bounded,
	async () => {
		const { page } = adele;
		await page.goto(`${adele.home}/chat`);
		await page
			.getByText(/^(Up to date|À jour)$/)
			.first()
			.waitFor();
		await page.context().setOffline(true);
		await pages.circuit.restart();
		await page.getByRole('textbox', { name: 'Your message' }).fill('Je suis dans le hangar');
		await page.keyboard.press('Control+Enter');
		const waiting = page.getByRole('listitem').filter({ hasText: 'Je suis dans le hangar' });
		await waiting.getByText('Will leave when the network is back').waitFor();
		await page.context().setOffline(false);
		await page.reload();
		await message(adele, 'Je suis dans le hangar').getByText('You').waitFor();
		assert.equal(await page.getByText('Will leave when the network is back').count(), 0);
	},
);
