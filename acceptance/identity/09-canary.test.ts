/**
 * Point 9: canaries. Everything a person may hold secret is typed, in a real browser and through the
 * verbs of the directory, at a real server in a process of its own; then everything that a server, a
 * thief of its disk, a listener or a push service could read is searched, each place with a control:
 * a canary put there in clear is found. What the server may see is in docs/what-the-server-sees.md.
 */
import assert from 'node:assert/strict';
import {
	appendFileSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { after, before, test } from 'node:test';
import { hashOfToken } from '@navette/server';
import { listenTo, useBrowser } from './support/canary-browser.ts';
import { sendFile, sendNews, useDirectory } from './support/canary-deeds.ts';
import { type CanarySite, filesWith, startCanarySite } from './support/canary-site.ts';
import { contents, tokens, typed, word } from './support/canary-words.ts';
import { foundIn, type Needles } from './support/needles.ts';
import { pageIn } from './support/phone.ts';
import { type ProfileFolder, withProfileFolder } from './support/profile-folder.ts';
import { openPushStation, type PushStation } from './support/push-station.ts';

const bounded = { timeout: 300_000 };

/** Keys made on the way; bytes. */
const keys: Record<string, Uint8Array> = {};

let folder: string;
let station: PushStation;
let site: CanarySite;
const traffic: Buffer[] = [];
const at = (name: string): string => path.join(folder, name);
before(async () => {
	folder = mkdtempSync(path.join(tmpdir(), 'navette-canary-'));
	station = await openPushStation();
	site = await startCanarySite({
		...{ data: at('data'), log: at('log'), pushHost: station.host },
		entries: [
			[hashOfToken(tokens.consumer), 'demo', 'Camille', 'CO', 'dupleix.3'],
			[hashOfToken(tokens.animator), 'demo', 'Zoe', 'GC', 'dupleix'],
			[hashOfToken(tokens.operator), 'universe', 'operator', 'ADM', ''],
		],
	});
});
after(async () => {
	await site?.close();
	await station?.close();
	rmSync(folder, { recursive: true, force: true });
});

/** All that push services were sent. */
const pushed = (): Buffer =>
	Buffer.concat(
		station.brought.flatMap(({ body, headers }) => [body, Buffer.from(JSON.stringify(headers))]),
	);

/** What the browser leaves in the folder of its profile, besides its own history of addresses. */
const STORES = ['IndexedDB', 'Local Storage', 'Service Worker', 'CacheStorage', 'Session Storage'];

const { 'name of the profile': _shownOnTheDevice, ...sealedOnDevice } = typed;
const CONTROL: Needles = { control: `control ${word()}` };
const control = String(CONTROL.control);

/** Files of the stores of a browser that hold a canary. */
const storesWith = (profile: ProfileFolder, needles: Needles): readonly string[] =>
	filesWith(profile.folder, needles).filter((name) => STORES.some((store) => name.includes(store)));

const assertDeviceSealed = async (profile: ProfileFolder): Promise<void> => {
	const kept = { ...sealedOnDevice, ...keys, ...tokens, ...contents };
	assert.deepEqual(storesWith(profile, kept), [], 'stores of the device');
	const context = await profile.open();
	const [page] = await pageIn(context, site.url);
	await page.goto(site.url);
	await page.evaluate((text) => localStorage.setItem('control', text), control);
	await context.close();
	assert.notDeepEqual(storesWith(profile, CONTROL), [], 'control: what is kept in clear is found');
};

test('9. canary: nothing that is sealed is found anywhere after all of it was used', bounded, (t) =>
	withProfileFolder(async (profile) => {
		const used = await useDirectory(site.url);
		Object.assign(keys, used.keys);
		traffic.push(used.heard);
		await sendFile(site.url);
		await sendNews(site.url, station);
		const context = await profile.open();
		const [page, faults] = await pageIn(context, site.url);
		listenTo(page, traffic);
		await useBrowser(page, site.url);
		assert.deepEqual(faults.list, []);
		await context.close();

		const secrets: Needles = { ...typed, ...keys };
		const atRest: Needles = { ...secrets, ...tokens, ...contents };
		t.diagnostic(`${Object.keys(atRest).length} canaries, ${traffic.length} messages heard`);
		assert.deepEqual(filesWith(at('data'), atRest), [], 'database, its log, contents of files');
		assert.deepEqual(foundIn(readFileSync(at('log')), atRest), [], 'log of the server');
		assert.deepEqual(foundIn(pushed(), atRest), [], 'bodies of pushes');
		assert.deepEqual(foundIn(Buffer.concat(traffic), secrets), [], 'traffic');
		assert.deepEqual(foundIn(await site.heap(at('heap')), secrets), [], 'heap of the server');
		assert.deepEqual(site.inMemory(secrets) ?? [], [], 'memory of the server, freed or not');
		await assertDeviceSealed(profile);
	}),
);

test(
	'9. canary, controls: what is in clear in each of these places is found there',
	bounded,
	async () => {
		/* what its server reads by its nature goes through its memory and over the wire */
		const group = { group: contents['name of a group'] };
		assert.deepEqual(foundIn(Buffer.concat(traffic), { ...group, token: tokens.consumer }), [
			'group',
			'token',
		]);
		assert.deepEqual(site.inMemory(group) ?? ['group'], ['group']);
		await site.hold(control);
		assert.deepEqual(foundIn(await site.heap(at('heap')), CONTROL), ['control']);
		assert.deepEqual(site.inMemory(CONTROL) ?? ['control'], ['control']);

		assert.match(readFileSync(at('log'), 'utf8'), /"msg":"request"/, 'requests are written');
		appendFileSync(at('log'), `{"msg":"${control}"}\n`);
		assert.deepEqual(foundIn(readFileSync(at('log')), CONTROL), ['control']);

		await fetch(`http://${station.host}/wpush/1`, { method: 'POST', body: control });
		assert.deepEqual(foundIn(pushed(), CONTROL), ['control']);

		assert.deepEqual(filesWith(at('data'), CONTROL), []);
		const file = readdirSync(at('data')).find((name) => name.endsWith('.sqlite')) ?? assert.fail();
		const database = new DatabaseSync(at(path.join('data', file)));
		database.exec('CREATE TABLE control (text TEXT)');
		database.prepare('INSERT INTO control VALUES (?)').run(control);
		assert.deepEqual(filesWith(at('data'), CONTROL), [`${file}-wal: control`]);
		database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
		assert.deepEqual(filesWith(at('data'), CONTROL), [`${file}: control`]);
		database.close();
		const content = readdirSync(at('data'), { recursive: true, encoding: 'utf8' }).find((name) =>
			/^files\/shelves\/.*[\w-]{22}$/.test(name),
		);
		assert.ok(content, 'the content of a file is there');
		writeFileSync(at(path.join('data', content)), Buffer.from(control, 'utf16le'));
		assert.ok(filesWith(at('data'), CONTROL).includes(`${content}: control`));
	},
);
