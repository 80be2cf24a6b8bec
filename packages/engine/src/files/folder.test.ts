import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isFolder } from '@navette/storage';
import fc from 'fast-check';
import { folderOfTerms, isWholeFolder } from './folder.ts';

test('a folder is the terms of the key in safe characters', () => {
	assert.equal(folderOfTerms(['dupleix', '12']), 'dupleix.12');
	assert.equal(folderOfTerms(['a.b', 'é/..', 'C:\\']), 'a%2Eb.%C3%A9%2F%2E%2E.C%3A%5C');
	assert.equal(folderOfTerms([]), '%');
});

test('any terms give a safe folder, and other terms another one as long as none is cut', () => {
	const terms = fc.array(
		fc.oneof(
			fc.constantFrom('..', '.', '/', 'a', '%', '%2E', 'a.b', 'x'.repeat(128)),
			fc.string({ minLength: 1, maxLength: 12, unit: 'binary' }).filter((t) => t.isWellFormed()),
		),
		{ maxLength: 4 },
	);
	fc.assert(
		fc.property(terms, terms, (a, b) => {
			assert.ok(isFolder(folderOfTerms(a)));
			if (isWholeFolder(a) && isWholeFolder(b) && JSON.stringify(a) !== JSON.stringify(b))
				assert.notEqual(folderOfTerms(a), folderOfTerms(b));
		}),
	);
});

test('terms that are too long are cut between two terms', () => {
	assert.equal(folderOfTerms(['a', 'x'.repeat(198)]), `a.${'x'.repeat(198)}`);
	assert.equal(folderOfTerms(['a', 'x'.repeat(199)]), 'a');
	assert.equal(folderOfTerms(['é'.repeat(128), 'b']), '%');
	assert.equal(isWholeFolder(['a', 'x'.repeat(199)]), false);
});
