import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileNameOf } from './file-name.ts';

test('a name that every file system takes is kept, in composed form', () => {
	for (const name of [
		'a',
		'note.txt',
		'.profile',
		'été 2026 (1).pdf',
		'日本.png',
		'..a',
		'a..b',
		'é'.repeat(127),
	])
		assert.equal(fileNameOf(name), name);
	assert.equal(fileNameOf('e\u0301te\u0301'), 'été');
});

test('a name that some file system refuses, or reads as something else, is none', () => {
	const refused = [
		'',
		'.',
		'..',
		'a/b',
		'../a',
		'a\\b',
		'C:a',
		'a\0',
		'a\n',
		'a*',
		'a?',
		'a"',
		'a<',
		'a>',
	];
	const others = [
		'a|b',
		'a.',
		'a ',
		' a',
		'CON',
		'nul.txt',
		'com1',
		'LPT9.tar.gz',
		'gpj\u202eexe.txt',
	];
	for (const name of [...refused, ...others, '\ud800', 'é'.repeat(128), 'a'.repeat(256)])
		assert.equal(fileNameOf(name), undefined, JSON.stringify(name));
});
