/**
 * Point 4 in browsers: S14, a groupement writes to a group: nothing to its consumers while it waits,
 * the words once published, the reason of a refusal to its author only.
 */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { bounded } from './support/asks.ts';
import { type Entered, openPages, type Pages } from './support/pages.ts';

const OFFER = 'Les agneaux sont comptés : réservez.';
const ADVERT = 'Achetez tout !';
const REASON = 'Pas de réclame ici.';

let pages: Pages;
let bocage: Entered;
let animator: Entered;
let adele: Entered;
before(async () => {
	pages = await openPages();
	const enter = pages.enter;
	[bocage, animator, adele] = await Promise.all([
		enter('bocage'),
		enter('animator'),
		enter('adele'),
	]);
	await bocage.page.getByRole('link', { name: 'Chats' }).click();
	await bocage.page.getByRole('link', { name: 'Chat, Dupleix' }).click();
	await animator.page.getByRole('link', { name: 'Chats' }).click();
	await adele.page.getByRole('link', { name: 'Group chat' }).click();
});
after(() => pages?.close());

const say = async (page: Page, words: string): Promise<void> => {
	await page.getByRole('textbox', { name: 'Your message' }).fill(words);
	await page.keyboard.press('Control+Enter');
};
const saying = (page: Page, words: string) => page.getByRole('article').filter({ hasText: words });

test(
	'4. S14 in browsers: a message waits, is published or refused; consumers read what was published',
	bounded,
	async () => {
		await bocage.page.getByText('read your message before publishing it').waitFor();
		await animator.page.getByText('No message waits for your approval.').waitFor();

		await say(bocage.page, OFFER);
		await saying(bocage.page, OFFER).getByText('Waits for the moderator').waitFor();
		const waiting = animator.page.getByRole('region', { name: 'To moderate' });
		await waiting.getByText(OFFER).waitFor();
		assert.equal(await saying(adele.page, OFFER).count(), 0, 'consumers do not see what waits');

		await waiting.getByRole('button', { name: 'Publish' }).click();
		await saying(adele.page, OFFER).getByText('Bocage', { exact: true }).waitFor();
		await animator.page.getByText('No message waits for your approval.').waitFor();
		await saying(bocage.page, OFFER)
			.getByText('Waits for the moderator')
			.waitFor({ state: 'detached' });

		await say(bocage.page, ADVERT);
		await waiting.getByText(ADVERT).waitFor();
		await waiting.getByRole('button', { name: 'Refuse' }).click();
		await waiting.getByRole('button', { name: 'Refuse with this reason' }).click();
		await waiting.getByText('Write the reason: the author has to know why.').waitFor();
		await waiting.getByRole('textbox', { name: /^Reason/ }).fill(REASON);
		await animator.page.keyboard.press('Enter');
		await saying(bocage.page, ADVERT).getByText(`Reason: ${REASON}`).waitFor();
		await adele.page.getByText(OFFER).waitFor();
		const read = await adele.page.getByRole('main').innerText();
		assert.doesNotMatch(read, /Achetez|réclame/);
	},
);

test(
	'4. an author changes what waits, takes back what he said; the moderator takes back anything',
	bounded,
	async () => {
		await animator.page.getByRole('link', { name: 'Chat, Dupleix' }).click();
		await say(bocage.page, 'Livraison lundi');
		await saying(bocage.page, 'Livraison lundi').getByRole('button', { name: 'Edit' }).click();
		await bocage.page.getByRole('article').getByRole('textbox').fill('Livraison mardi');
		await bocage.page.getByRole('button', { name: 'Save' }).click();
		await saying(animator.page, 'Livraison mardi').getByRole('button', { name: 'Publish' }).click();
		await saying(adele.page, 'Livraison mardi').waitFor();

		await say(adele.page, 'Je prends deux cagettes');
		const mine = saying(adele.page, 'Je prends deux cagettes');
		await mine.getByRole('button', { name: 'Delete' }).click();
		await mine.getByRole('button', { name: 'Keep it' }).click();
		await mine.getByRole('button', { name: 'Delete' }).click();
		await mine.getByRole('button', { name: 'Delete for everybody' }).click();
		await saying(animator.page, 'Message deleted').waitFor();
		assert.equal(await saying(animator.page, 'Je prends deux cagettes').count(), 0);

		const theirs = saying(animator.page, 'Livraison mardi');
		await theirs.getByRole('button', { name: 'Delete' }).click();
		await theirs.getByRole('button', { name: 'Delete for everybody' }).click();
		await saying(adele.page, 'Livraison mardi').waitFor({ state: 'detached' });
	},
);
