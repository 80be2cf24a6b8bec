import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { readConfig, shownValue } from './config.ts';
import { openDataFolder } from './data-folder.ts';
import { lockFolder } from './folder-lock.ts';
import { ONE_SERVER } from './providers/provider-config.ts';
import { entryLink } from './welcome.ts';

const read = (environment: Record<string, string>, file?: string) =>
	readConfig(environment, () => file);
const configOf = (environment: Record<string, string>, file?: string) => {
	const outcome = read(environment, file);
	return outcome.ok ? outcome.value.config : assert.fail(outcome.error);
};
const faultsOf = (environment: Record<string, string>, file?: string): string => {
	const outcome = read(environment, file);
	return outcome.ok ? '' : outcome.error;
};

const DEFAULTS = {
	...{
		data: './data',
		keys: undefined,
		siteKeys: undefined,
		port: 8080,
		host: '127.0.0.1',
		url: undefined,
		proxies: [],
		demonstration: true,
	},
	...{ log: 'warn', drainSeconds: 0, metrics: undefined },
	rates: {
		...{ perToken: 400, refusalsPerAddress: 60, entriesPerAddress: 10, offersPerAddress: 60 },
	},
	push: { contact: 'mailto:demonstration@navette.example', hosts: [], plain: [] },
	directory: { kind: 'host', universe: 'universe' },
	services: [],
	providers: ONE_SERVER,
	tasks: { hour: 2, token: undefined },
	keep: { tombstoneDays: 365, cleanAfterDays: 548, sweepAfterDays: 30, answerDays: 30 },
	mail: undefined,
};

test('the defaults, and what the environment changes', () => {
	assert.deepEqual(configOf({}), DEFAULTS);
	const set = { NAVETTE_DATA: '/x', PORT: '0', HOST: '::1', NAVETTE_DEMO: 'off' };
	const push = { contact: undefined, hosts: [], plain: [] };
	const changed = { data: '/x', port: 0, host: '::1', demonstration: false, push };
	assert.deepEqual(configOf(set), { ...DEFAULTS, ...changed });
});

test('a file sets the same, and the environment wins over it', () => {
	const file = JSON.stringify({ port: 9000, log: 'error', metrics: { port: 9464 } });
	const config = configOf({ PORT: '7000' }, file);
	assert.equal(config.port, 7000);
	assert.equal(config.log, 'error');
	assert.deepEqual(config.metrics, { port: 9464, host: '127.0.0.1', token: undefined });
	const outcome = read({ PORT: '7000' }, file);
	const from = outcome.ok ? outcome.value.chosen : [];
	const byName = Object.fromEntries(from.map((one) => [one.setting.name, one.from]));
	assert.deepEqual([byName.port, byName.log, byName.host], ['environment', 'file', 'default']);
});

test('a wrong setting gets a sentence that names it, and every fault is told', () => {
	for (const PORT of ['eighty', '-1', '70000', '80.5'])
		assert.match(faultsOf({ PORT }), /^PORT is "/);
	const both = faultsOf({ NAVETTE_DEMO: 'maybe', NAVETTE_LOG: 'loud' });
	assert.match(both, /^NAVETTE_DEMO is "maybe": it must be "on" or "off"/);
	assert.match(both, /\nNAVETTE_LOG is "loud": it must be one of debug, info/);
	assert.match(faultsOf({}, '{"port": "9000"}'), /^"port" in navette.json is "9000": it must be/);
	assert.match(faultsOf({}, '{"prot": 9000}'), /^"prot" in navette.json is not a setting. Known: /);
	assert.match(faultsOf({}, '[1]'), /^navette.json does not hold one JSON object/);
	assert.match(
		faultsOf({ NAVETTE_CONFIG: '/nowhere' }),
		/^NAVETTE_CONFIG is "\/nowhere": there is/,
	);
});

test('measurements that others can reach need a token, and a secret is never shown', () => {
	const open = { NAVETTE_METRICS_PORT: '9464', NAVETTE_METRICS_HOST: '0.0.0.0' };
	assert.match(faultsOf(open), /NAVETTE_METRICS_TOKEN/);
	const short = faultsOf({ ...open, NAVETTE_METRICS_TOKEN: 'canary' });
	assert.match(short, /^NAVETTE_METRICS_TOKEN is not right: it must be at least 32/);
	const secret = 'canary'.repeat(8);
	const outcome = read({ ...open, NAVETTE_METRICS_TOKEN: secret });
	assert.ok(outcome.ok);
	const shown = JSON.stringify(outcome.value.chosen.map(shownValue));
	assert.ok(!shown.includes('canary') && shown.includes('(set, not shown)'));
});

test('news: whom to write to, and only this machine without TLS', () => {
	const contact = 'mailto:ada@example.org';
	const NAVETTE_PUSH_HOSTS = 'push.example.org,*.push.example.net';
	const set = {
		NAVETTE_PUSH_CONTACT: contact,
		NAVETTE_PUSH_HOSTS,
		NAVETTE_PUSH_PLAIN: '127.0.0.1:7920',
	};
	assert.deepEqual(configOf(set).push, {
		contact,
		hosts: ['push.example.org', '*.push.example.net'],
		plain: ['127.0.0.1:7920'],
	});
	assert.match(
		faultsOf({ NAVETTE_PUSH_CONTACT: 'ada' }),
		/^NAVETTE_PUSH_CONTACT is "ada": it must/,
	);
	assert.match(faultsOf({ NAVETTE_PUSH_HOSTS: 'a b' }), /^NAVETTE_PUSH_HOSTS is "a b": it must/);
	assert.match(faultsOf({ NAVETTE_PUSH_PLAIN: '10.0.0.1:80' }), /"10.0.0.1:80", which is not this/);
});

test('a folder is taken by one server; a lock left by a killed one is taken over', () => {
	const folder = mkdtempSync(path.join(tmpdir(), 'navette-lock-'));
	try {
		assert.ok(openDataFolder(path.join(folder, 'deep', 'er')).ok);
		const file = path.join(folder, 'server.pid');
		writeFileSync(file, String(process.ppid));
		const taken = lockFolder(folder);
		assert.match(taken.ok ? '' : taken.error, /in use by another server/);
		writeFileSync(file, '999999999');
		const free = lockFolder(folder);
		assert.ok(free.ok);
		free.value();
		writeFileSync(path.join(folder, 'a-file'), '');
		const below = openDataFolder(path.join(folder, 'a-file', 'data'));
		assert.match(below.ok ? '' : below.error, /a-file.*cannot be written.*NAVETTE_DATA/);
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
});

test('the secret of an entry link is in its fragment', () => {
	const link = new URL(entryLink('http://localhost:8080', 'token'));
	assert.equal(link.pathname + link.search, '/');
	assert.match(link.hash, /token$/);
});

test('mail: a server and an address, both or none; its password is not shown', () => {
	const server = 'smtp://ana:secret@mail.example:587';
	const both = { NAVETTE_MAIL_SERVER: server, NAVETTE_MAIL_FROM: 'a@example.org' };
	assert.deepEqual(configOf(both).mail, { server, from: 'a@example.org' });
	assert.match(faultsOf({ NAVETTE_MAIL_SERVER: server }), /go together/);
	assert.match(faultsOf({ NAVETTE_MAIL_FROM: 'a@example.org' }), /go together/);
	for (const NAVETTE_MAIL_SERVER of [
		'http://secret@x',
		'smtp://',
		'smtp://secret@x/path',
		'secret',
	]) {
		const fault = faultsOf({ ...both, NAVETTE_MAIL_SERVER });
		assert.match(fault, /^NAVETTE_MAIL_SERVER is not right: it must be smtps/);
		assert.doesNotMatch(fault, /secret@|"secret/);
	}
	assert.match(
		faultsOf({ ...both, NAVETTE_MAIL_FROM: 'a@b\r\nBcc: c@d' }),
		/^NAVETTE_MAIL_FROM is/,
	);
});
