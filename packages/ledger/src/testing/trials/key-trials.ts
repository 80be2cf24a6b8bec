import assert from 'node:assert/strict';
import { bytesToHex, systemRandom } from '@navette/core';
import { parseEntry } from '../../entry.ts';
import type { GroupRotation } from '../../group/group-op.ts';
import { TENANT } from '../cast.ts';
import { createScene } from '../scene.ts';
import type { Trial } from './trial.ts';

const deps = { random: systemRandom };

export const KEY_TRIALS: readonly Trial[] = [
	{
		name: 'M02: a rotation that seals another key than it signs is caught by whoever opens it',
		async run(lib) {
			const scene = await createScene(lib);
			const { ana, bob, must } = scene;
			await scene.join(bob, ['members', 'read']);
			const { op } = await scene.rotation();
			const rotation = op.rotation as unknown as GroupRotation;
			const { origin } = scene.ledger.state;
			const place = { tenant: TENANT, origin, epoch: 2 };
			const chosen = await lib.sealEpochKey(place, new Uint8Array(32).fill(7), bob, deps);
			const keys = rotation.keys.map(([id, sealed]): [Uint8Array, Uint8Array] =>
				bytesToHex(id) === bytesToHex(bob.id) ? [id, chosen] : [id, sealed],
			);
			await must(ana, { type: 'rotate', rotation: { ...rotation, keys } });
			assert.deepEqual(await lib.openRing(scene.ledger, bob), { ok: false, error: 'key' });
			assert.ok((await lib.openRing(scene.ledger, ana)).ok);
		},
	},
	{
		name: 'M32: a key of the past that is not the one of its entry is caught',
		async run(lib) {
			const scene = await createScene(lib);
			scene.key = new Uint8Array(32).fill(8);
			await scene.must(scene.ana, (await scene.rotation()).op);
			assert.deepEqual(await lib.openRing(scene.ledger, scene.ana), { ok: false, error: 'key' });
		},
	},
	{
		name: 'M12: other bytes of the same revision, of the same author, are not those of the entry',
		async run(lib) {
			const scene = await createScene(lib);
			const object = new Uint8Array(16).fill(1);
			const seal = (text: number) =>
				lib.sealObject(scene.ledger, scene.key, object, new Uint8Array(3).fill(text), deps);
			const [signed, other] = [await seal(1), await seal(2)];
			await scene.must(scene.ana, signed.op);
			const ring = await lib.openRing(scene.ledger, scene.ana);
			assert.ok(ring.ok);
			const open = (bytes: Uint8Array) => lib.openObject(scene.ledger, ring.value, object, bytes);
			assert.deepEqual(await open(signed.bytes), { ok: true, value: new Uint8Array(3).fill(1) });
			assert.deepEqual(await open(other.bytes), { ok: false, error: 'stale' });
		},
	},
	{
		name: 'a key serves for so many writes, no more',
		async run(lib) {
			const scene = await createScene(lib);
			const [entry] = scene.entries.map(parseEntry);
			assert.ok(entry?.ok);
			const op = { type: 'write', object: new Uint8Array(16), rev: 1, hash: new Uint8Array(32) };
			const worn = { ...scene.ledger.state, writes: lib.WRITES_PER_EPOCH };
			const refused = lib.groupRules.apply(worn, op, entry.value);
			assert.equal(refused.ok ? 'let in' : refused.error, 'epoch');
		},
	},
];
