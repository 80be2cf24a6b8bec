import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addressKey, createRates } from './rate.ts';

test('an IPv6 subscriber counts as one, whatever the address within the /64', () => {
	assert.equal(addressKey('2001:db8:1:2:3:4:5:6'), addressKey('2001:db8:1:2:ffff::1'));
	assert.equal(addressKey('2001:db8::1'), addressKey('2001:DB8:0:0:ffff::2'), 'zeros left out');
	assert.equal(addressKey('2001:db8::1'), addressKey('2001:0db8::ffff:1:2:3'));
	assert.notEqual(addressKey('2001:db8::1'), addressKey('2001:db8:0:1::1'));
	assert.notEqual(addressKey('::1'), addressKey('1::'));
	assert.equal(addressKey('::ffff:192.0.2.7'), addressKey('192.0.2.7'));
	assert.notEqual(addressKey('2001:db8:1:2::1'), addressKey('2001:db8:1:3::1'));
	assert.equal(addressKey('192.0.2.7'), '192.0.2.7');
	assert.notEqual(addressKey('::ffff:192.0.2.7'), addressKey('::ffff:192.0.2.8'));
});

test('an address opens so many sockets in ten seconds, each address on its own', async () => {
	const rates = createRates({ perToken: 1, refusalsPerAddress: 1, openingsPerAddress: 2 });
	const open = async (address: string) => (await rates.open(address)).ok;
	assert.deepEqual(
		[await open('192.0.2.7'), await open('192.0.2.7'), await open('192.0.2.7')],
		[true, true, false],
	);
	assert.equal(await open('192.0.2.8'), true);
});

test('guesses are counted by what they are at, by address, and all entries of an organisation together', async () => {
	const rates = createRates({
		...{ perToken: 1, refusalsPerAddress: 1 },
		...{ entriesPerAddress: 2, entriesPerOrganisation: 3, offersPerAddress: 1 },
	});
	const guess = async (kind: 'entry' | 'offer', org: string, address: string) =>
		(await rates.guess(kind, org, address)).ok;
	assert.deepEqual(
		[
			await guess('entry', 'north', '10.0.0.1'),
			await guess('entry', 'north', '10.0.0.1'),
			await guess('entry', 'north', '10.0.0.1'),
			await guess('entry', 'north', '10.0.0.2'),
			await guess('entry', 'north', '10.0.0.3'),
			await guess('entry', 'south', '10.0.0.3'),
		],
		[true, true, false, true, false, true],
	);
	assert.deepEqual(
		[await guess('offer', 'north', '10.0.0.1'), await guess('offer', 'south', '10.0.0.1')],
		[true, false],
	);
});
