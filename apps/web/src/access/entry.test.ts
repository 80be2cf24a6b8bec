import assert from 'node:assert/strict';
import test from 'node:test';
import { parseEntry } from './entry.ts';

const token = 'abcDEF0123456789-_xyz';

test('an entry is read from a link, from its fragment, and with spaces around', () => {
	const entry = { org: 'demo', token };
	assert.deepEqual(parseEntry(`https://navette.example/#/enter/demo/${token}`), entry);
	assert.deepEqual(parseEntry(`#/enter/demo/${token}`), entry);
	assert.deepEqual(parseEntry(`  #/enter/demo/${token}/\n`), entry);
});

test('anything else is no entry', () => {
	for (const address of [
		'',
		'#main',
		`https://navette.example/enter/demo/${token}`,
		`#/enter/de/${token}`,
		`#/enter/Demo/${token}`,
		'#/enter/demo/short',
		`#/enter/demo/${token}/more`,
		`#/enter/demo/${token}<script>`,
	])
		assert.equal(parseEntry(address), undefined, address);
});
