import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addressKey } from './rate.ts';

test('an IPv6 subscriber counts as one, whatever the address within the /64', () => {
	assert.equal(addressKey('2001:db8:1:2:3:4:5:6'), addressKey('2001:db8:1:2:ffff::1'));
	assert.notEqual(addressKey('2001:db8:1:2::1'), addressKey('2001:db8:1:3::1'));
	assert.equal(addressKey('192.0.2.7'), '192.0.2.7');
	assert.notEqual(addressKey('::ffff:192.0.2.7'), addressKey('::ffff:192.0.2.8'));
});
