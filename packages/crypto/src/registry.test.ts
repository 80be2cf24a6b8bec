/** Labels, the page that lists them, and how bytes are compared: read from the sources of all packages. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { LABELS } from './labels.ts';

const root = path.resolve(import.meta.dirname, '../../..');
const page = readFileSync(path.join(root, 'docs/crypto.md'), 'utf8');

/** Text of each source that is shipped, by its path. */
const sources = ['packages', 'apps'].flatMap((folder) =>
	readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
		.filter((name) => /\/src\/.*\.tsx?$/.test(`/${name}`) && !name.includes('node_modules'))
		.filter((name) => !/\.test\.tsx?$|\/(testing|oracle|conformance|words)\//.test(name))
		.map((name): [string, string] => [
			`${folder}/${name}`,
			readFileSync(path.join(root, folder, name), 'utf8'),
		]),
);

test('no label is listed twice, whatever its kind', () => {
	const all = Object.values(LABELS).flat();
	assert.equal(new Set<string>(all).size, all.length);
	for (const label of all) assert.match(label, /^nv\/[a-z-]+(\/[a-z-]+)?$/);
	for (const label of LABELS.key) assert.match(label, /^nv\/key\//);
});

test('no source uses a label that is not listed', () => {
	/** Named before there was a registry; frozen in formats. */
	const elsewhere = new Set(['nv/voprf', 'nv1/names', 'cz1/env', 'cz1/series']);
	const listed = new Set<string>(Object.values(LABELS).flat());
	for (const [name, text] of sources)
		for (const [, label = ''] of text.matchAll(/['"`]((?:nv|nv1|cz1)\/[a-z/-]+)['"`]/g))
			assert.ok(listed.has(label) || elsewhere.has(label), `${label} in ${name}`);
});

test('the page lists the same labels: keys in its table of keys, the others by kind', () => {
	const rows = (title: string) =>
		(page.split(`## ${title}\n`)[1] ?? '')
			.split('\n## ')[0]
			?.matchAll(/^\| `(nv\/[^`]+)` \| ([^|]+) \|/gm) ?? [];
	const keys = [...rows('Keys')].map(([, label]) => label);
	assert.deepEqual(keys, [...LABELS.key].sort());
	const others = [...rows('Other labels')].map(([, label, kind]) => `${kind} ${label}`).sort();
	const expected = (['signature', 'hash', 'stretch'] as const).flatMap((kind) =>
		LABELS[kind].map((label) => `${kind} ${label}`),
	);
	assert.deepEqual(others, expected.sort());
});

/** Names of what an attacker could learn byte by byte from the time of a comparison. */
const SECRET = /secret|commitment|mac\b|\btag\b|proof|keyHash|password|\bpin\b|token/i;
const COMPARED = /\bequalBytes\(([^;]*?)\)[;,) ]|([\w.]+) [!=]==? ([\w.]+)\.(?:join|every)\(/g;

test('what an attacker could learn byte by byte is compared in constant time', () => {
	for (const [name, text] of sources) {
		const ours = name.startsWith('packages/crypto/');
		assert.ok(!ours || !/\bequalBytes\b/.test(text), `${name} compares bytes as if public`);
		for (const [call] of text.matchAll(COMPARED)) assert.ok(!SECRET.test(call), `${name}: ${call}`);
	}
});

test('randomness in the cryptography comes by argument', () => {
	for (const [name, text] of sources)
		if (/^packages\/(crypto|ledger)\//.test(name))
			assert.ok(!/randomBytes|getRandomValues|Math\.random|systemRandom/.test(text), name);
});
