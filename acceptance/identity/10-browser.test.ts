/** Point 10: what the app does in a real browser, on a real server, whatever people write in it. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { unexpectedViolations } from '../../apps/web/test/policy-watch.ts';
import { enterAs, type Navette, openBrowser, startNavette } from '../first-light/browser.ts';
import { personAt } from '../first-light/support/person.ts';

let navette: Navette;
let browser: Browser;
before(async () => {
	navette = await startNavette();
	browser = await openBrowser();
});
after(async () => {
	await browser?.close();
	await navette?.close();
});

const bounded = { timeout: 180_000 };

/** Does in a page what the policy has to stop, and says what came of it. */
const breakPolicy = (page: Page) =>
	page.evaluate(async (elsewhere) => {
		const tried = async (work: () => unknown): Promise<string> => {
			try {
				await work();
				return 'done';
			} catch (error) {
				return error instanceof Error ? error.name : 'refused';
			}
		};
		const inline = () => {
			const script = document.createElement('script');
			script.append('globalThis.ran = true');
			document.head.append(script);
		};
		return {
			eval: await new Promise((resolve) => {
				/* what a test evaluates is allowed more than the page itself is, until it waits */
				setTimeout(() => resolve(tried(() => Reflect.construct(Function, ['return 1']))));
			}),
			html: await tried(() => {
				document.createElement('div').innerHTML = '<b>x</b>';
			}),
			url: await tried(() => {
				document.createElement('script').src = '/worker.js';
			}),
			policy: await tried(() =>
				Reflect.get(globalThis, 'trustedTypes').createPolicy('other', { createHTML: String }),
			),
			fetch: await tried(() => fetch(elsewhere)),
			inline: (await tried(inline)) === 'done' && 'ran' in globalThis ? 'done' : 'refused',
		};
	}, 'http://127.0.0.1:9/x');

test(
	'10. a violation of the policy is reported, and fails the test that causes it',
	bounded,
	async () => {
		const { page, faults } = await enterAs(browser, navette, 'consumer');
		assert.deepEqual(faults.violations, []);
		const came = await breakPolicy(page);
		assert.deepEqual(
			Object.values(came).filter((one) => one === 'done'),
			[],
			JSON.stringify(came),
		);
		const directives = ['require-trusted-types-for', 'trusted-types', 'connect-src'];
		const isTold = (directive: string) =>
			faults.violations.some((one) => one.startsWith(`${directive} `));
		/* the browser tells them one after the other, in its own time */
		for (let tried = 0; !directives.every(isTold) && tried < 100; tried++)
			await page.waitForTimeout(100);
		await page.context().close();
		assert.deepEqual(
			directives.filter((one) => !isTold(one)),
			[],
			faults.violations.join('\n'),
		);
		assert.ok(unexpectedViolations().length >= 5, 'control: this file would fail by them');
		assert.ok(faults.list.some((fault) => fault.startsWith('policy:') || fault.includes('policy')));
		faults.violations.length = 0;
		assert.deepEqual(unexpectedViolations(), []);
	},
);

test('10. nothing is asked of another origin, and who asks is noted', bounded, async () => {
	const { page, faults } = await enterAs(browser, navette, 'animator');
	const asked = new Set<string>();
	page.context().on('request', (request) => asked.add(new URL(request.url()).origin));
	for (const link of await page.getByRole('navigation').first().getByRole('link').all()) {
		await link.click();
		await page.getByRole('heading', { level: 1 }).first().waitFor();
	}
	await page.reload();
	await page.getByRole('heading', { level: 1 }).first().waitFor();
	assert.deepEqual(
		[...asked].filter((origin) => origin !== 'null'),
		[navette.url],
	);
	assert.deepEqual(faults.list, []);
	await page.evaluate(() => fetch('http://127.0.0.1:9/control').catch(() => undefined));
	const isTold = () => faults.violations.some((one) => one.includes('127.0.0.1:9'));
	for (let tried = 0; !isTold() && tried < 100; tried++) await page.waitForTimeout(100);
	await page.context().close();
	assert.ok(isTold(), 'control');
	faults.violations.length = 0;
});

test(
	'10. the service workers have the scopes that are theirs, and leave the server its addresses',
	bounded,
	async () => {
		const { page, faults } = await enterAs(browser, navette, 'consumer', {
			serviceWorkers: 'allow',
		});
		const scopes = await page.evaluate(async () => {
			await navigator.serviceWorker.ready;
			const all = await navigator.serviceWorker.getRegistrations();
			return all.map(({ scope, active, updateViaCache }) => ({
				scope: new URL(scope).pathname,
				script: new URL(active?.scriptURL ?? '', scope).pathname,
				updateViaCache,
			}));
		});
		for (const { scope, script, updateViaCache } of scopes) {
			assert.ok(
				(scope === '/' && script === '/worker.js') ||
					(scope === '/news/' && script === '/news-worker.js'),
				`${scope} ${script}`,
			);
			assert.notEqual(updateViaCache, 'all');
		}
		assert.ok(scopes.some(({ scope }) => scope === '/'));
		for (const name of ['/worker.js', '/news-worker.js']) {
			const answer = await fetch(`${navette.url}${name}`);
			assert.equal(answer.headers.get('service-worker-allowed'), null, name);
			assert.equal(answer.headers.get('cache-control'), 'no-cache', name);
		}
		const kept = await page.evaluate(async () => {
			const caches_ = await Promise.all((await caches.keys()).map((name) => caches.open(name)));
			const all = await Promise.all(caches_.map((one) => one.keys()));
			return all.flat().map(({ url }) => new URL(url).pathname);
		});
		assert.ok(kept.length > 10, 'control: files of the app are kept');
		assert.deepEqual(
			kept.filter((name) => /^\/(api|health|ready)/.test(name)),
			[],
		);
		assert.deepEqual(faults.list, []);
		await page.context().close();
	},
);

/** Texts that are a script somewhere, if ever they were taken for more than text. */
const SCRIPTS = [
	'"><img src=x onerror=globalThis.ran=1>',
	'<svg onload=globalThis.ran=1>{{7*7}}',
	'</script><script>globalThis.ran=1</script>',
	'[x](javascript:globalThis.ran=1)',
];

test('10. what people write is drawn as text, wherever it is shown', bounded, async () => {
	const animator = personAt(navette.url, 'demo', navette.token('animator'), 'GC/dupleix');
	const { page, faults } = await enterAs(browser, navette, 'animator');
	for (const nom of SCRIPTS) {
		const answer = await animator.call('FicheMaj', { type: 'FGC', id: 'dupleix', carte: { nom } });
		assert.equal(answer.status, 200, JSON.stringify(answer.error));
		await page.getByRole('heading', { level: 1, name: nom }).waitFor();
		assert.equal(await page.title().then((title) => title.includes(nom)), true);
		assert.equal(await page.evaluate(() => Reflect.get(globalThis, 'ran')), undefined, nom);
		assert.equal(await page.locator('img[src="x"], svg[onload], a[href^="javascript"]').count(), 0);
	}
	assert.deepEqual(faults.list, []);
	await page.context().close();
});
