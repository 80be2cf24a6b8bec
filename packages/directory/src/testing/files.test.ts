/** Sheets as files: opened by their phrase, refused in words when they are damaged or something else. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decodeCbor, encodeCbor } from '@navette/codec';
import {
	openRescueFile,
	openSheetFile,
	type Sheet,
	sealRescueFile,
	sealSheetFile,
	withCopy,
} from '../client/index.ts';
import { createDirectoryWorld } from './world.ts';

const PHRASE = 'a phrase for the file';
const RESCUE = { first: 'three words here', second: 'and five more', address: 'a', made: 1 };
const RIGHT = { service: 'circuit', org: 'demo', right: 'A'.repeat(22), comment: 'mine' };
const sheetWith = (change: Partial<Sheet>): Sheet => ({
	...{ v: 1, rev: 1, prev: new Uint8Array(), preferences: {}, rights: [], kept: {} },
	seeds: { signing: new Uint8Array(32).fill(7), sealing: new Uint8Array(32).fill(8) },
	...change,
});
const faultOf = (outcome: { readonly ok: boolean; readonly error?: unknown }) =>
	outcome.ok ? 'opened' : outcome.error;

test('a file opens with its phrase; another phrase, a damaged file and another file are told apart', async () => {
	const { deps } = await createDirectoryWorld();
	const bytes = await sealRescueFile(deps, PHRASE, RESCUE);
	assert.deepEqual(await openRescueFile(deps, PHRASE, bytes), { ok: true, value: RESCUE });
	assert.equal(faultOf(await openRescueFile(deps, 'another phrase', bytes)), 'phrase');
	const decoded = decodeCbor(bytes);
	const whole = (decoded.ok ? decoded.value : {}) as Record<string, unknown>;
	const flipped = (whole.sealed as Uint8Array).map((byte, at) => (at === 40 ? byte ^ 1 : byte));
	for (const [damaged, fault] of [
		[encodeCbor({ ...whole, sealed: flipped }), 'damaged'],
		[encodeCbor({ ...whole, salt: new Uint8Array(16) }), 'damaged'],
		[bytes.subarray(0, -1), 'other'],
		[encodeCbor({ ...whole, more: 1 }), 'other'],
		[new Uint8Array(), 'other'],
		[await sealSheetFile(deps, PHRASE, 'ana', sheetWith({})), 'other'],
	] as const)
		assert.equal(faultOf(await openRescueFile(deps, PHRASE, damaged)), fault);
});

test('a copy of the sheet has what it says and none of its keys', async () => {
	const { deps } = await createDirectoryWorld();
	const sheet = sheetWith({ preferences: { mail: ['a@x.org'] }, rights: [RIGHT], kept: { k: 1 } });
	const copy = await openSheetFile(deps, PHRASE, await sealSheetFile(deps, PHRASE, 'ana', sheet));
	assert.ok(copy.ok);
	assert.deepEqual(Object.keys(copy.value).toSorted(), ['made', 'preferences', 'rights', 'user']);
	assert.deepEqual(copy.value.rights, [RIGHT]);
});

test('what a copy has and the sheet has not comes back; nothing is replaced; rights of somebody else stay away', () => {
	const now = sheetWith({
		preferences: { mail: ['b@x.org'] },
		rights: [{ ...RIGHT, comment: 'new' }],
	});
	const other = { ...RIGHT, right: 'B'.repeat(22) };
	const copy = {
		...{ user: 'ana', made: 1, preferences: { mail: ['a@x.org'], name: ['Ana'] } },
		rights: [RIGHT, other],
	};
	const back = withCopy(now, 'ana', copy);
	assert.deepEqual(back.preferences, { mail: ['b@x.org', 'a@x.org'], name: ['Ana'] });
	assert.deepEqual(back.rights, [{ ...RIGHT, comment: 'new' }, other]);
	assert.deepEqual(withCopy(now, 'bo', copy).rights, now.rights);
	assert.equal(back.seeds, now.seeds);
});
