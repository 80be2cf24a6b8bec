/**
 * Tries a wrong PIN at a directory of its own process, over a database that others use before and after,
 * and is killed: before its count is committed, while it is, once it is, or once the answer is heard.
 */
import { base64UrlToBytes, systemRandom, systemTimers } from '@navette/core';
import { envelopeKeyFromBytes, signingKeyFromSeed } from '@navette/crypto';
import { tryPin } from '@navette/directory/client';
import type { DocumentStore } from '@navette/storage';
import { createPostgresDocumentStore } from '@navette/storage-postgres';
import { createSqliteDocumentStore } from '@navette/storage-sqlite';
import { createDirectoryWorld } from '../../../packages/directory/src/testing/world.ts';
import type { PinProcess } from './pin-tries.ts';

const given: PinProcess = JSON.parse(process.argv[2] ?? '');
const { at, kill, profile, evaluator, tries = 1 } = given;
const random = systemRandom;
const store =
	at.kind === 'sqlite'
		? await createSqliteDocumentStore({ path: at.place, random })
		: await createPostgresDocumentStore({ url: at.place, random, timers: systemTimers });

const die = () => process.kill(process.pid, 'SIGKILL');
let isTrying = false;
const deadly: DocumentStore = {
	...store,
	async transaction(work) {
		const result = await store.transaction(async (transaction) => {
			const done = await work(transaction);
			if (isTrying && kill === 'before') die();
			if (isTrying && kill === 'during') setTimeout(die, given.delay ?? 0);
			return done;
		});
		if (isTrying && kill === 'after') die();
		return result;
	},
};

const { deps } = await createDirectoryWorld({ store: deadly });
const bytesOf = (text: string) => base64UrlToBytes(text) ?? new Uint8Array();
const device = {
	deviceSecret: await envelopeKeyFromBytes(bytesOf(given.secret)),
	deviceKey: await signingKeyFromSeed(bytesOf(given.seed)),
	...{ profile, evaluator, label: 'phone' },
};
const trying = await Promise.all(
	Array.from({ length: tries }, (_, one) =>
		tryPin({ ...deps, random }, device, `a wrong PIN ${process.pid} ${one}`),
	),
);
isTrying = true;
const outcomes = await Promise.all(trying.map((one) => one.send()));
const said = outcomes.map((one) => (one.ok ? 'opened' : one.error.kind));
process.stdout.write(said.join(' '), die);
