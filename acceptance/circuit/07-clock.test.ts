/** Point 7: the clock of the demonstration, moved by its administrator, in a real browser. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { enterAs, type Navette, openBrowser, startNavette } from '../first-light/browser.ts';

const DAY = 86_400_000;

const clockOf = async (navette: Navette): Promise<number> => {
	const answer = await fetch(`${navette.url}/api/demo/report/admin.upkeep`, {
		method: 'POST',
		headers: {
			authorization: `Bearer ${navette.token('admin')}`,
			'content-type': 'application/json',
		},
		body: '{}',
	});
	const { result } = (await answer.json()) as { readonly result: { clock: { now: number } } };
	return result.clock.now;
};

test('7. the clock is moved, orders close on the screens, and the next start goes on from there', async () => {
	const data = mkdtempSync(path.join(tmpdir(), 'navette-clock-'));
	const browser = await openBrowser();
	const running: Navette[] = [];
	const start = async () => {
		const navette = await startNavette({ data });
		running.push(navette);
		return navette;
	};
	try {
		const first = await start();
		const begun = await clockOf(first);
		const consumer = await enterAs(browser, first, 'consumer');
		await consumer.page.locator('.co-card[data-open]').first().waitFor();
		const admin = await enterAs(browser, first, 'admin');
		await admin.page.getByRole('link', { name: 'Upkeep' }).first().click();
		const clock = admin.page.getByRole('region', { name: 'Clock of the demonstration' });
		await clock.getByRole('button', { name: 'One week' }).click();
		await admin.page.getByText(/^The clock is at/).waitFor({ state: 'attached' });
		assert.ok((await clockOf(first)) - begun >= 7 * DAY);
		await consumer.page.reload();
		await consumer.page.locator('.co-card').first().waitFor();
		await consumer.page.locator('.co-card[data-open]').first().waitFor({ state: 'detached' });
		for (const { page, faults } of [consumer, admin]) {
			await page.context().close();
			assert.deepEqual(faults.list, []);
		}
		await first.close();
		const second = await start();
		assert.ok((await clockOf(second)) - begun >= 7 * DAY);
	} finally {
		await browser.close();
		await running.at(-1)?.close();
		rmSync(data, { recursive: true, force: true });
	}
});
