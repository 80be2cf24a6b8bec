import assert from 'node:assert/strict';
import test from 'node:test';
import { pageAsked } from './hear-worker.ts';

const HERE = 'https://navette.example';
const asked = (data: unknown, origin = HERE) => pageAsked({ origin, data }, HERE);

test('a page moves for a message of its own origin, of a known kind, to a page of this origin', () => {
	assert.equal(asked({ kind: 'open-page', page: '/demo/co.1/chat' }), '/demo/co.1/chat');
	assert.equal(asked({ kind: 'open-page', page: '/' }), '/');
	assert.equal(asked({ kind: 'open-page', page: '/demo' }, 'https://evil.example'), undefined);
	for (const page of [
		'//evil.example',
		'/\\evil.example',
		'https://evil.example',
		'javascript:1',
		'',
	])
		assert.equal(asked({ kind: 'open-page', page }), undefined, page);
	for (const data of [undefined, 'open-page', { page: '/demo' }, { kind: 'close', page: '/demo' }])
		assert.equal(asked(data), undefined);
});
