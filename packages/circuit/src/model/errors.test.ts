import assert from 'node:assert/strict';
import { test } from 'node:test';
import { circuitErrors } from './errors.ts';

test('each error says that nothing was saved, and what to do, in both languages', () => {
	assert.equal(Object.keys(circuitErrors).length, 20);
	for (const [code, { status, sentence }] of Object.entries(circuitErrors)) {
		assert.match(code, /^E-[A-Z]+$/);
		assert.ok(status >= 400 && status < 500, code);
		assert.match(sentence.fr, /^Rien n’a été enregistré\. .{30,}\.$/, code);
		assert.match(sentence.en, /^Nothing was saved\. .{30,}\.$/, code);
	}
});
