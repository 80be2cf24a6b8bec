/**
 * Point 4: a PIN, tried at processes that are killed before, while and after its try is counted, and by
 * a hundred at once; in SQLite and in PostgreSQL. And once as a person does, at the real cost.
 */
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { base64UrlToBytes, systemRandom } from '@navette/core';
import { envelopeKeyFromBytes, generateSigningKey } from '@navette/crypto';
import { createPin, tryPin } from '@navette/directory/client';
import { startCluster } from '@navette/storage-postgres/testing';
import { boardsApplication } from './support/boards.ts';
import { dumpedBytes } from './support/dumped-bytes.ts';
import { must, registered } from './support/member.ts';
import { foundIn } from './support/needles.ts';
import {
	countedTries,
	evaluatorOf,
	makePins,
	type StorePlace,
	triedBy,
} from './support/pin-tries.ts';
import { directoryDepsOf, startService } from './support/service.ts';

const bounded = { timeout: 300_000 };
/** Instants, a millisecond apart, at which a process is killed that is committing; more by hand. */
const KILLS = Number(process.env.PIN_KILLS ?? 2);
const cluster = await startCluster();
const folder = await mkdtemp(path.join(tmpdir(), 'navette-pin-'));
after(async () => {
	await cluster.stop();
	await rm(folder, { recursive: true });
});

const places: readonly (() => Promise<StorePlace>)[] = [
	async () => ({ kind: 'sqlite', place: path.join(folder, `${crypto.randomUUID()}.sqlite`) }),
	async () => ({ kind: 'postgres', place: await cluster.createSchema() }),
];

for (const newPlace of places)
	test(
		'4. killed before its count is on the disk a try was none; after, it counts, heard or not: two in all',
		bounded,
		async () => {
			const at = await newPlace();
			const [pin] = await makePins(at, 1);
			assert.ok(pin);
			assert.deepEqual(await triedBy({ at, ...pin, kill: 'before' }), []);
			assert.equal(await countedTries(at, pin), 0);
			assert.deepEqual(await triedBy({ at, ...pin, kill: 'after' }), []);
			assert.equal(await countedTries(at, pin), 1);
			const said = await triedBy({ at, ...pin, kill: 'answered', tries: 3 });
			assert.deepEqual(said.toSorted(), ['refused', 'refused', 'wrong-pin']);
			assert.equal(await countedTries(at, pin), undefined, 'the third finds nothing left');
		},
	);

for (const newPlace of places)
	test(
		'4. killed while its count is written, at one instant or another: two in all',
		bounded,
		async (t) => {
			const at = await newPlace();
			const pins = await makePins(at, KILLS);
			const counts: (number | undefined)[] = [];
			for (const [delay, pin] of pins.entries()) {
				await triedBy({ at, ...pin, kill: 'during', delay });
				const counted = await countedTries(at, pin);
				assert.ok(counted === 0 || counted === 1);
				counts.push(counted);
				const said = await triedBy({ at, ...pin, kill: 'answered', tries: 3 });
				const heard = said.filter((one) => one === 'wrong-pin').length;
				assert.equal(counted + heard, 2);
			}
			t.diagnostic(`counted when killed after 0, 1… ms: ${counts.join(', ')}`);
		},
	);

test(
	'4. of a hundred tries at four servers of one PostgreSQL at once, two are evaluated',
	bounded,
	async () => {
		const at = await (places[1] ?? assert.fail)();
		const [pin] = await makePins(at, 1);
		assert.ok(pin);
		const servers = Array.from({ length: 4 }, () =>
			triedBy({ at, ...pin, kill: 'answered', tries: 25 }),
		);
		const said = (await Promise.all(servers)).flat();
		assert.equal(said.length, 100);
		assert.equal(said.filter((one) => one === 'wrong-pin').length, 2);
		assert.equal(said.filter((one) => one === 'refused').length, 98);
	},
);

test(
	'4. a pg_dump holds the key of a PIN sealed, and nothing of it in clear',
	bounded,
	async () => {
		const place = await cluster.createDatabase();
		const at = { kind: 'postgres', place } as const;
		const [pin] = await makePins(at, 1);
		assert.ok(pin);
		const { sealed, opened } = await evaluatorOf(at, pin);
		assert.ok(opened.length >= 32);
		const bytesOf = (text: string) => base64UrlToBytes(text) ?? assert.fail();
		const needles = {
			...{ 'key of the PIN': opened, PIN: 'the right PIN' },
			...{ 'secret of the device': bytesOf(pin.secret), 'key of the device': bytesOf(pin.seed) },
		};
		const dumped = await dumpedBytes(cluster, place);
		assert.deepEqual(foundIn(dumped, needles), []);
		assert.deepEqual(foundIn(dumped, { sealed }), ['sealed'], 'the search finds what is there');
		// Leaked as a document would hold it: a text within bytes.
		const leaked = Buffer.from(`..${Buffer.from(opened).toString('base64url')}..`).toString('hex');
		await cluster.sql(`CREATE TABLE leak AS SELECT '\\x${leaked}'::bytea AS data`, place);
		assert.deepEqual(foundIn(await dumpedBytes(cluster, place), needles), ['key of the PIN']);
	},
);

test(
	'4. a person with a PIN, at the real cost: warned before the second try; the second right one opens',
	bounded,
	async () => {
		const host = await startService('north', boardsApplication);
		const ana = await registered(host, 'ana');
		const deps = await directoryDepsOf(host.url);
		const device = {
			deviceSecret: await envelopeKeyFromBytes(systemRandom.bytes(32)),
			deviceKey: await generateSigningKey({ random: systemRandom }),
			label: 'phone',
		};
		const pin = must(await createPin(deps, ana, 'forty-two 42', device));
		const wrong = await (await tryPin(deps, pin, 'forty-two 43')).send();
		assert.deepEqual(wrong, { ok: false, error: { kind: 'wrong-pin', left: 1 } });
		const begun = performance.now();
		const again = must(await (await tryPin(deps, pin, 'forty-two 42')).send());
		assert.equal(again.user, ana.user);
		assert.ok(performance.now() - begun > 50, 'it was stretched');
		await host.close();
	},
);
