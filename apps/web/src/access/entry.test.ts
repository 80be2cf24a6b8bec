import assert from 'node:assert/strict';
import test from 'node:test';
import { parseEntry, parseSponsor } from './entry.ts';

const token = 'abcDEF0123456789-_xyz';

test('an entry is read from a link, from its fragment, and with spaces around', () => {
	const entry = { org: 'demo', token };
	assert.deepEqual(parseEntry(`https://navette.example/#/enter/demo/${token}`), entry);
	assert.deepEqual(parseEntry(`#/enter/demo/${token}`), entry);
	assert.deepEqual(parseEntry(`  #/enter/demo/${token}/\n`), entry);
});

test('a link of another service says where it is', () => {
	const here = 'https://navette.example';
	const link = (origin: string) => parseEntry(`${origin}/#/enter/demo/${token}`, here);
	assert.deepEqual(link(here), { org: 'demo', token });
	assert.deepEqual(link('https://south.example'), {
		...{ org: 'demo', token, url: 'https://south.example' },
	});
	assert.deepEqual(parseEntry(`#/enter/demo/${token}`, here), { org: 'demo', token });
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

test('a sponsorship is read from its link, that of a demonstration too', () => {
	for (const secret of ['A'.repeat(22), 'B'.repeat(32)])
		assert.equal(parseSponsor(`https://navette.example/#/sponsor/${secret}`), secret);
	for (const secret of ['A'.repeat(21), 'A'.repeat(87), `${'A'.repeat(22)}!`])
		assert.equal(parseSponsor(`#/sponsor/${secret}`), undefined);
});
