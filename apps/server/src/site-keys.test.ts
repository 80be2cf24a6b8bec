import assert from 'node:assert/strict';
import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { systemRandom } from '@navette/core';
import { keysIn, openSiteKeys } from './site-keys.ts';

const withFolder = (work: (folder: string, database: string) => void): void => {
	const folder = mkdtempSync(path.join(tmpdir(), 'navette-keys-'));
	try {
		work(folder, path.join(folder, 'navette.sqlite'));
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
};
const sentence = (file: string, database: string): string => {
	const opened = openSiteKeys(file, database, systemRandom);
	return opened.ok ? '' : opened.error;
};

test('keys are drawn on the first run, kept for their owner only, and found again', () =>
	withFolder((folder, database) => {
		const first = openSiteKeys(keysIn(folder), database, systemRandom);
		assert.ok(first.ok);
		assert.equal(statSync(keysIn(folder)).mode & 0o777, 0o600);
		assert.match(readFileSync(keysIn(folder), 'utf8'), /Keep a copy/);
		assert.deepEqual(openSiteKeys(keysIn(folder), database, systemRandom), first);
	}));

test('a database without its keys is refused, not begun again', () =>
	withFolder((folder, database) => {
		writeFileSync(database, 'something');
		assert.match(sentence(keysIn(folder), database), /not in .*site-keys.*NAVETTE_KEYS/);
	}));

test('keys that others may read, short or typed by hand are refused with what to do', () =>
	withFolder((folder, database) => {
		const file = keysIn(folder);
		openSiteKeys(file, database, systemRandom);
		chmodSync(file, 0o644);
		assert.match(sentence(file, database), /others may read them.*chmod 600/);
		for (const [text, why] of [
			['1:c2hvcnQ', /5 bytes, 32 are needed/],
			[`1:${'A'.repeat(43)}`, /not random/],
			['default', /line 1/],
			['', /no key/],
		] as const) {
			rmSync(file);
			writeFileSync(file, text, { mode: 0o600 });
			assert.match(sentence(file, database), why);
		}
	}));
