import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseEndpoint } from './endpoint.ts';

const rules = { hosts: ['push.example.org', '*.push.example.net'], plain: ['127.0.0.1:7920'] };

const GOOD: readonly string[] = [
	'https://fcm.googleapis.com/fcm/send/abc:def',
	'https://updates.push.services.mozilla.com/wpush/v2/gAAA',
	'https://a.push.services.mozilla.com/x',
	'https://autopush.prod.push.services.mozilla.com/wpush/v1/x',
	'https://db5p.notify.windows.com/w/?token=x',
	'https://web.push.apple.com/QK',
	'https://push.example.org/x',
	'https://eu.push.example.net/x',
	'https://FCM.googleapis.com/x',
	'https://fcm.googleapis.com:443/x',
	'http://127.0.0.1:7920/wpush/1',
];

const EVIL: readonly (readonly [string, string])[] = [
	['', 'address'],
	['not an address', 'address'],
	['//fcm.googleapis.com/x', 'address'],
	['https://', 'address'],
	['http://fcm.googleapis.com/x', 'scheme'],
	['ftp://fcm.googleapis.com/x', 'scheme'],
	['file:///etc/passwd', 'scheme'],
	['data:text/plain,x', 'scheme'],
	['javascript:alert(1)', 'scheme'],
	['gopher://127.0.0.1:70/', 'scheme'],
	['http://127.0.0.1:7921/', 'scheme'],
	['http://localhost:7920/', 'scheme'],
	['http://127.0.0.1/', 'scheme'],
	['https://fcm.googleapis.com:8443/x', 'port'],
	['https://fcm.googleapis.com:80/x', 'port'],
	['https://fcm.googleapis.com:22/x', 'port'],
	['https://user@fcm.googleapis.com/x', 'user'],
	['https://user:word@fcm.googleapis.com/x', 'user'],
	['https://fcm.googleapis.com@evil.example/x', 'user'],
	['http://x@127.0.0.1:7920/', 'user'],
	['https://127.0.0.1/x', 'host'],
	['https://localhost/x', 'host'],
	['https://[::1]/x', 'host'],
	['https://[::ffff:127.0.0.1]/x', 'host'],
	['https://10.0.0.1/x', 'host'],
	['https://192.168.1.1/x', 'host'],
	['https://169.254.169.254/latest/meta-data', 'host'],
	['https://metadata.google.internal/', 'host'],
	['https://2130706433/', 'host'],
	['https://0x7f000001/', 'host'],
	['https://0177.0.0.1/', 'host'],
	['https://127.1/', 'host'],
	['https://evil.example/x', 'host'],
	['https://fcm.googleapis.com.evil.example/x', 'host'],
	['https://evilfcm.googleapis.com/x', 'host'],
	['https://googleapis.com/x', 'host'],
	['https://push.services.mozilla.com/x', 'host'],
	['https://.push.services.mozilla.com/x', 'host'],
	['https://evil.example/.push.services.mozilla.com', 'host'],
	['https://evil.example#fcm.googleapis.com', 'host'],
	['https://evil.example?fcm.googleapis.com', 'host'],
	['https://evil.example\\fcm.googleapis.com', 'host'],
	['https://push.example.net/x', 'host'],
	['https://xpush.example.net/x', 'host'],
	['https://fcm.googleapis.com./x', 'host'],
	['https://web.push.apple.com.local/x', 'host'],
];

test('addresses of the push services of browsers are accepted, and those the operator names', () => {
	for (const text of GOOD) assert.ok(parseEndpoint(text, rules).ok, text);
});

test('any other address is refused, with its reason', () => {
	for (const [text, reason] of EVIL) {
		const outcome = parseEndpoint(text, rules);
		assert.ok(!outcome.ok, text);
		assert.equal(outcome.error, reason, text);
	}
});

test('only a push service of one’s own may be on the inner network', () => {
	const isPublic = (text: string) => {
		const outcome = parseEndpoint(text, rules);
		return outcome.ok ? outcome.value.isPublic : undefined;
	};
	assert.equal(isPublic('https://push.example.org/x'), true);
	assert.equal(isPublic('http://127.0.0.1:7920/x'), false);
});
