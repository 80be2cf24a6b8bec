import assert from 'node:assert/strict';
import test from 'node:test';
import { deviceName } from './device-name.ts';

test('a device is called by its browser and its system', () => {
	const names = [
		'Mozilla/5.0 (X11; Linux x86_64; rv:153.0) Gecko/20100101 Firefox/153.0',
		'Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0 Mobile Safari/537.36',
		'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1 Version/18.0 Safari/604.1',
		'Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0 Safari/537.36 Edg/156.0',
		'something',
	].map(deviceName);
	assert.deepEqual(names, [
		'Firefox, Linux',
		'Chrome, Android',
		'Safari, iPhone',
		'Edge, Windows',
		'?, ?',
	]);
});
