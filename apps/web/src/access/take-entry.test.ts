import assert from 'node:assert/strict';
import test from 'node:test';
import { takeEntry } from './take-entry.ts';

const token = 'abcDEF0123456789-_xyz';

/** What came of a page opened at this fragment, and the address that it left. */
const takenAt = (hash: string) => {
	let left = hash;
	const history = { replaceState: (_data: unknown, _unused: string, url: string) => (left = url) };
	const arrived = takeEntry({ location: { hash }, history } as unknown as Window);
	return { ...arrived, left };
};

test('the secret of a link leaves the address; of a link that was cut, that is said', () => {
	assert.deepEqual(takenAt(`#/enter/demo/${token}`), { entry: { org: 'demo', token }, left: '/' });
	assert.deepEqual(takenAt(`#/sponsor/${'A'.repeat(22)}`), { sponsor: 'A'.repeat(22), left: '/' });
	for (const cut of ['#/enter', '#/enter/demo', '#/enter/demo/short', '#/sponsor/AAAA'])
		assert.deepEqual(takenAt(cut), { isTorn: true, left: '/' }, cut);
	for (const other of ['', '#main', '#/entered/demo'])
		assert.deepEqual(takenAt(other), { left: other }, other);
});
