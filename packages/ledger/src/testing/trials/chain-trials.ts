import assert from 'node:assert/strict';
import { encodeCbor } from '@navette/codec';
import { systemRandom } from '@navette/core';
import { ledgerIdOf, parseEntry } from '../../entry.ts';
import { createCast, TENANT } from '../cast.ts';
import { createScene } from '../scene.ts';
import { loosen, resign } from '../tamper.ts';
import { faultOf, type Trial } from './trial.ts';

const write = (fill: number) => ({
	...{ type: 'write', object: new Uint8Array(16).fill(fill), rev: 1 },
	hash: new Uint8Array(32),
});

export const CHAIN_TRIALS: readonly Trial[] = [
	{
		name: 'M10: a group founded in somebody’s name by somebody else is not hers',
		async run(lib) {
			const scene = await createScene(lib);
			const [forger] = await createCast(1, { random: systemRandom });
			assert.ok(forger);
			const { body } = loosen(scene.founded.bytes);
			const forged = await resign({ ...body, at: 77 }, forger.signingKey);
			const entry = parseEntry(forged);
			assert.ok(entry.ok);
			const expected = { tenant: TENANT, id: ledgerIdOf(entry.value.body) };
			const opened = await lib.openLedger(lib.groupRules, forged, expected);
			assert.equal(faultOf(opened), 'signature');
			const other = await resign({ ...body, author: forger.id }, forger.signingKey);
			const named = parseEntry(other);
			assert.ok(named.ok);
			const id = ledgerIdOf(named.value.body);
			const read = await lib.openLedger(lib.groupRules, other, { tenant: TENANT, id });
			assert.equal(faultOf(read), 'author');
		},
	},
	{
		name: 'M16: another group than the one expected, of the same people, is not it',
		async run(lib) {
			const [one, two] = [await createScene(lib), await createScene(lib)];
			const expected = { tenant: TENANT, id: one.founded.id };
			const opened = await lib.openLedger(lib.groupRules, two.founded.bytes, expected);
			assert.equal(faultOf(opened), 'ledger');
			const elsewhere = { tenant: 'orgb', id: one.founded.id };
			const moved = await lib.openLedger(lib.groupRules, one.founded.bytes, elsewhere);
			assert.equal(faultOf(moved), 'ledger');
			const going = await lib.replayLedger(lib.groupRules, [], expected, two.ledger);
			assert.equal(faultOf(going), 'ledger');
			const same = { tenant: TENANT, id: two.founded.id };
			await two.must(two.ana, write(1));
			const before = two.entries.slice(0, 1);
			const start = await lib.replayLedger(lib.groupRules, before, same);
			assert.ok(start.ok);
			const rest = two.entries.slice(1);
			const read = await lib.replayLedger(lib.groupRules, rest, same, start.value);
			assert.ok(read.ok && lib.checkHead(read.value, lib.headOf(two.ledger)) === undefined);
		},
	},
	{
		name: 'M15: a gap is called a gap, so that what is missing is asked for',
		async run(lib) {
			const scene = await createScene(lib);
			const before = scene.ledger;
			await scene.must(scene.ana, write(1));
			await scene.must(scene.ana, write(2));
			const last = scene.entries.at(-1) ?? new Uint8Array(0);
			const gap = await lib.appendEntry(lib.groupRules, before, last);
			assert.equal(faultOf(gap), 'sequence');
			const again = await lib.appendEntry(lib.groupRules, scene.ledger, last);
			assert.equal(faultOf(again), 'sequence');
		},
	},
	{
		name: 'M14: two views of one group are found out as soon as heads are compared',
		async run(lib) {
			const scene = await createScene(lib);
			const { ana, bob } = scene;
			await scene.join(bob, ['members', 'read', 'write']);
			const common = scene.ledger;
			const branch = (author: typeof ana, fill: number) =>
				lib.writeEntry(lib.groupRules, common, author, write(fill), { at: 9 });
			const [hers, his] = [await branch(ana, 1), await branch(bob, 2)];
			assert.ok(hers.ok && his.ok);
			const mixed = await lib.appendEntry(lib.groupRules, hers.value.ledger, his.value.bytes);
			assert.equal(faultOf(mixed), 'fork');
			assert.equal(lib.checkHead(hers.value.ledger, lib.headOf(his.value.ledger)), 'fork');
			assert.equal(lib.checkHead(common, lib.headOf(his.value.ledger)), 'rollback');
			assert.equal(lib.checkHead(his.value.ledger, lib.headOf(common)), undefined);
			const chat = await createScene(lib);
			const seen = [lib.headOf(his.value.ledger)];
			const facts = { at: 10, seen };
			const told = await lib.writeEntry(lib.groupRules, chat.ledger, chat.ana, write(3), facts);
			assert.ok(told.ok);
			const known = told.value.ledger.seen.values();
			assert.equal(lib.checkHeads(hers.value.ledger, known), 'fork');
		},
	},
	{
		name: 'M36: a signed operation with names of prototypes, or one more field, is not understood',
		async run(lib) {
			const scene = await createScene(lib);
			for (const name of ['__proto__', 'constructor', 'toString', 'extra']) {
				const value = { value: 1, enumerable: true };
				const op = Object.defineProperty({ ...write(1) }, name, value);
				assert.equal(await scene.act(scene.ana, op), 'malformed', name);
			}
			const { body, signature } = loosen(scene.founded.bytes);
			const more = Object.defineProperty({ ...body }, 'constructor', {
				value: 1,
				enumerable: true,
			});
			const forged = encodeCbor([encodeCbor(more), signature]);
			assert.deepEqual(lib.parseEntry(forged), { ok: false, error: 'malformed' });
		},
	},
];
