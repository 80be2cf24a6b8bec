import assert from 'node:assert/strict';
import {
	chmodSync,
	lstatSync,
	mkdtempSync,
	readFileSync,
	rmSync,
	statSync,
	symlinkSync,
	writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { systemRandom } from '@navette/core';
import { keyRingsToText, missingPurposes, rotateKeyRing } from '@navette/site-keys';
import { keysIn, openGivenKeys, openSiteKeys, writeSiteKeys } from './site-keys.ts';

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
		const ringsOf = () => {
			const opened = openSiteKeys(keysIn(folder), database, systemRandom);
			return opened.ok ? opened.value.rings() : assert.fail(opened.error);
		};
		const first = ringsOf();
		assert.deepEqual(missingPurposes(first), []);
		assert.equal(statSync(keysIn(folder)).mode & 0o777, 0o600);
		assert.match(readFileSync(keysIn(folder), 'utf8'), /Keep a copy/);
		assert.deepEqual(ringsOf(), first);
	}));

test('new keys are not written through a link that somebody put in their way', () =>
	withFolder((folder, database) => {
		const elsewhere = path.join(folder, 'elsewhere');
		writeFileSync(elsewhere, 'untouched');
		symlinkSync(elsewhere, `${keysIn(folder)}.new`);
		assert.ok(openSiteKeys(keysIn(folder), database, systemRandom).ok);
		assert.equal(readFileSync(elsewhere, 'utf8'), 'untouched');
		assert.ok(lstatSync(keysIn(folder)).isFile());
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

test('keys of one purpose are completed; a file that changes is read again, one that is wrong is not', () =>
	withFolder((folder, database) => {
		const file = keysIn(folder);
		const drawn = openSiteKeys(file, database, systemRandom);
		assert.ok(drawn.ok);
		const { data } = drawn.value.rings();
		assert.ok(data);
		writeSiteKeys(file, { data });
		const source = openSiteKeys(file, database, systemRandom);
		assert.ok(source.ok);
		const rings = source.value.rings();
		assert.deepEqual([rings.data, missingPurposes(rings)], [data, []]);
		assert.deepEqual(source.value.refresh(), { ok: true, value: false });
		const rotated = { ...rings, data: rotateKeyRing(data, systemRandom) };
		writeSiteKeys(file, rotated);
		assert.deepEqual(source.value.refresh(), { ok: true, value: true });
		assert.deepEqual(source.value.rings(), rotated);
		writeFileSync(file, 'default', { mode: 0o600 });
		const wrong = source.value.refresh();
		assert.match(wrong.ok ? '' : wrong.error, /line 1/);
		writeSiteKeys(file, { data });
		const incomplete = source.value.refresh();
		assert.match(incomplete.ok ? '' : incomplete.error, /no key for files/);
		assert.deepEqual(source.value.rings(), rotated, 'the last ones that were right');
	}));

test('keys given by the environment are a whole set, none is drawn', () =>
	withFolder((folder, database) => {
		const drawn = openSiteKeys(keysIn(folder), database, systemRandom);
		assert.ok(drawn.ok);
		const text = keyRingsToText(drawn.value.rings());
		const given = openGivenKeys(text.trim().replaceAll('\n', ','));
		assert.deepEqual(given.ok && given.value.rings(), drawn.value.rings());
		const part = openGivenKeys(text.split('\n')[0] ?? '');
		assert.match(part.ok ? '' : part.error, /no key for files, .*navette key new/);
		const short = openGivenKeys('data 1:c2hvcnQ');
		assert.match(short.ok ? '' : short.error, /NAVETTE_SITE_KEYS.*5 bytes/);
	}));
