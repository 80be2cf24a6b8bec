import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, type TestContext, test } from 'node:test';
import { base64UrlToBytes, silentLog } from '@navette/core';
import { isStrictPublicKey } from '@navette/crypto';
import { directoryOf } from '@navette/directory/model';
import { readConfig } from '../config.ts';
import { serve } from '../serve.ts';
import type { DirectoryConfig } from './directory-config.ts';

const HOST: DirectoryConfig = { kind: 'host', universe: 'orchard' };
const data = mkdtempSync(path.join(tmpdir(), 'navette-directory-'));
after(() => rmSync(data, { recursive: true, force: true }));

const serving = async (t: TestContext, directory: DirectoryConfig) => {
	const started = await serve({ data, port: 0, log: silentLog, applications: [], directory });
	if (!started.ok) assert.fail(started.error);
	const { close } = started.value;
	let closing: Promise<void> | undefined;
	const closeOnce = () => {
		closing ??= close();
		return closing;
	};
	t.after(closeOnce);
	return { ...started.value, close: closeOnce };
};
const siteOf = async (url: string) => (await fetch(`${url}/api/site`)).json();
const configured = (environment: Record<string, string>, file?: object) => {
	const read = readConfig(environment, () => (file ? JSON.stringify(file) : undefined));
	return read.ok ? read.value.config.directory : read.error;
};

test('a server hosts the directory in an organisation of its own, and says where it is and its key', async (t) => {
	const first = await serving(t, HOST);
	const said = await siteOf(first.url);
	assert.deepEqual(await first.engine.organisations(), ['orchard']);
	const found = directoryOf(said, first.url);
	const place = found.ok ? found.value : undefined;
	assert.equal(place?.url, first.url);
	assert.deepEqual([place?.org, place?.realm], ['orchard', 'orchard']);
	assert.ok(isStrictPublicKey(base64UrlToBytes(place?.key ?? '') ?? new Uint8Array()));
	await first.refreshServices();
	assert.ok(existsSync(path.join(data, 'services.json')), 'it follows its own services');
	await first.engine.putOrganisation('orchard', 'open', { label: 'Orchard', clockOffset: 0 });
	await first.close();
	const again = await serving(t, HOST);
	assert.deepEqual(await siteOf(again.url), said);
	const about = await again.engine.describe('orchard');
	assert.equal(about.ok && about.value.label, 'Orchard');
	assert.match(readFileSync(path.join(data, 'site-keys'), 'utf8'), /^directory 1:/m);
});

test('what the directory does is done in its organisation alone', async (t) => {
	const server = await serving(t, HOST);
	await server.engine.putOrganisation('north', 'open', { label: 'North', clockOffset: 0 });
	const ask = async (org: string) => {
		const answer = await fetch(`${server.url}/api/${org}/report/login.challenge`, {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify({ lookup: 'A'.repeat(22) }),
		});
		return answer.status;
	};
	assert.deepEqual([await ask('orchard'), await ask('north')], [200, 404]);
});

test('a server without a directory says so, and one that uses another tells where', async (t) => {
	const none = await serving(t, { kind: 'none', universe: 'orchard' });
	assert.deepEqual(await siteOf(none.url), {
		...{ universe: 'orchard', directory: null, services: [] },
	});
	await none.close();
	const key = 'A'.repeat(43);
	const place = { url: 'https://directory.example', key };
	const other = await serving(t, { kind: 'elsewhere', universe: 'orchard', ...place });
	assert.deepEqual(await siteOf(other.url), {
		...{ universe: 'orchard', directory: place, services: ['https://directory.example'] },
	});
});

test('the setting: host, none, or an address with a key; anything else is told', () => {
	// the base point of the curve
	const key = 'WGZmZmZmZmZmZmZmZmZmZmZmZmZmZmZmZmZmZmZmZmY';
	const at = { kind: 'elsewhere', universe: 'universe', url: 'https://d.example', key };
	assert.deepEqual(configured({}), { kind: 'host', universe: 'universe' });
	assert.deepEqual(configured({ NAVETTE_DIRECTORY: 'none', NAVETTE_UNIVERSE: 'orchard' }), {
		...{ kind: 'none', universe: 'orchard' },
	});
	assert.deepEqual(configured({ NAVETTE_DIRECTORY: `https://d.example/#${key}` }), at);
	assert.deepEqual(configured({}, { directory: { url: 'https://d.example', key } }), at);
	for (const wrong of ['d.example', 'https://d.example', `https://d.example/x#${key}`])
		assert.match(String(configured({ NAVETTE_DIRECTORY: wrong })), /^NAVETTE_DIRECTORY is "/);
	const noKey = { NAVETTE_DIRECTORY: `https://d.example#${'A'.repeat(43)}` };
	assert.match(String(configured(noKey)), /it must be "host", "none", or where it is and its/);
	const plain = { NAVETTE_DIRECTORY: `http://d.example#${key}` };
	assert.match(String(configured(plain)), /reached by https/);
	assert.match(
		String(configured({ NAVETTE_UNIVERSE: 'x' })),
		/^NAVETTE_UNIVERSE is "x": it must be/,
	);
});
