import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { bytesToHex } from '@navette/core';
import { deviceRules, groupRules, parseEntry, presentEpoch, replayLedger } from './index.ts';
import vectors from './ledger.vectors.json' with { type: 'json' };
import { TENANT } from './testing/cast.ts';
import { tellAccount, tellGroup } from './testing/frozen-story.ts';

const fromHex = (hex: string): Uint8Array => new Uint8Array(Buffer.from(hex, 'hex'));

/** SHA-256 of CBOR of a label and byte strings of at least 256 bytes or of exactly 64, by hand. */
const hashByHand = (label: string, ...parts: readonly Uint8Array[]): string => {
	const hash = createHash('sha256');
	hash.update(Buffer.of(0x81 + parts.length, 0x60 + label.length)).update(label);
	for (const part of parts) {
		const { length } = part;
		const head = length < 256 ? [0x58, length] : [0x59, length >> 8, length & 255];
		hash.update(Buffer.from(head)).update(part);
	}
	return hash.digest('hex');
};

test('frozen: the same story is written with the same bytes', async () => {
	assert.deepEqual(await tellAccount(), vectors.account);
	assert.deepEqual(await tellGroup(), vectors.group);
});

test('frozen: entries written once are read', async () => {
	const account = await replayLedger(deviceRules, vectors.account.entries.map(fromHex), {
		tenant: TENANT,
		id: fromHex(vectors.account.id),
	});
	assert.ok(account.ok);
	assert.equal(bytesToHex(account.value.state.account.id), vectors.account.ids[0]);
	assert.deepEqual([...account.value.state.devices.keys()], [vectors.account.ids[1]]);
	const group = await replayLedger(groupRules, vectors.group.entries.map(fromHex), {
		tenant: TENANT,
		id: fromHex(vectors.group.id),
	});
	assert.ok(group.ok);
	assert.equal(presentEpoch(group.value.state).number, 2);
});

test('frozen: ids and hashes are those of the page', () => {
	const [first, second] = vectors.group.entries.map((hex) => parseEntry(fromHex(hex)));
	assert.ok(first?.ok && second?.ok);
	assert.equal(hashByHand('nv/ledger', first.value.body), vectors.group.id);
	const { body, signature } = first.value;
	assert.equal(hashByHand('nv/entry-hash', body, signature), bytesToHex(second.value.prev));
	const founder = first.value.op.founder;
	assert.ok(founder instanceof Uint8Array);
	const id = hashByHand('nv/avatar', founder).slice(0, 40);
	assert.equal(id, bytesToHex(first.value.author));
});
