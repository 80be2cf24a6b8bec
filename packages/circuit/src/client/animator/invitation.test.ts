import assert from 'node:assert/strict';
import { test } from 'node:test';
import { areInitials, proposedInitials, writeToAll } from './index.ts';

test('initials proposed for a name', () => {
	assert.equal(proposedInitials('Ana Pinto'), 'AP');
	assert.equal(proposedInitials('Jean-Marc de la Tour Montagne'), 'JMDL');
	assert.equal(proposedInitials('Zoé'), 'ZO');
	assert.equal(proposedInitials(' é'), '');
	assert.ok(areInitials('ÉC') && !areInitials('A') && !areInitials('A1'));
});

test('people written to do not see each other', () =>
	assert.equal(
		writeToAll(['a@x.example', 'b+c@x.example']),
		'mailto:?bcc=a%40x.example,b%2Bc%40x.example',
	));
