import assert from 'node:assert/strict';
import test from 'node:test';
import { isAppNavigation, isObsolete, isPrecached, precacheRequest } from './precache.ts';

const origin = 'https://navette.example';

test('pages of the app are answered by the app; the server keeps its own addresses', () => {
	assert.ok(isAppNavigation('navigate', `${origin}/demo/co.dupleix.3/deliveries`));
	assert.ok(isAppNavigation('navigate', `${origin}/apiary`));
	assert.ok(!isAppNavigation('navigate', `${origin}/api/docs`));
	assert.ok(!isAppNavigation('navigate', `${origin}/health`));
	assert.ok(!isAppNavigation('cors', `${origin}/demo`));
});

test('the version before is kept for the tabs that still run it, older ones go', () => {
	const names = ['navette-1', 'navette-2', 'another', 'navette-3'];
	const gone = names.filter((name) => isObsolete(name, names, 'navette-3'));
	assert.deepEqual(gone, ['navette-1']);
});

test('a file is brought with its hash, past the cache of the browser', () => {
	const file = { url: '/assets/a.js', integrity: 'sha256-AAAA', hashed: true };
	const request = precacheRequest(file, origin);
	assert.equal(request.integrity, 'sha256-AAAA');
	assert.equal(request.cache, 'no-cache');
	assert.equal(request.url, `${origin}/assets/a.js`);
});

test('workers and the reader of spreadsheets are not brought before they are asked for', () => {
	assert.ok(isPrecached('assets/index-a1.js'));
	assert.ok(isPrecached('assets/catalogue-screen-xlsx.js'));
	assert.ok(!isPrecached('assets/xlsx-B3_d-9.js'));
	assert.ok(!isPrecached('news-worker.js'));
});
