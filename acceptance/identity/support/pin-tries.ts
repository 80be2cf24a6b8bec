import { execFile } from 'node:child_process';
import path from 'node:path';
import { base64UrlToBytes, bytesToBase64Url, ok, systemRandom, systemTimers } from '@navette/core';
import { envelopeKeyFromBytes, signingKeyFromSeed } from '@navette/crypto';
import { createPin } from '@navette/directory/client';
import type { PinData } from '@navette/directory/model';
import { createPostgresDocumentStore } from '@navette/storage-postgres';
import { createSqliteDocumentStore } from '@navette/storage-sqlite';
import { createDirectoryWorld, ORG } from '../../../packages/directory/src/testing/world.ts';

/** Where the directory keeps its data: the path of a file, or the address of a database. */
export interface StorePlace {
	readonly kind: 'postgres' | 'sqlite';
	readonly place: string;
}

/** A PIN on a device, in texts. */
interface MadePin {
	readonly profile: string;
	readonly evaluator: string;
	readonly secret: string;
	readonly seed: string;
}

/** What a process that tries a PIN is told. */
export interface PinProcess extends MadePin {
	readonly at: StorePlace;
	/** When it is killed; `answered` = once it has said what it heard. */
	readonly kill: 'after' | 'answered' | 'before' | 'during';
	/** Tries at once; one unless told. */
	readonly tries?: number;
	/** ms from the end of the work to the kill, when it is killed during the commit. */
	readonly delay?: number;
}

const PROCESS = path.join(import.meta.dirname, 'pin-process.ts');

/** What a process that tries PINs says of each before it is killed. */
export const triedBy = (told: PinProcess): Promise<readonly string[]> =>
	new Promise((resolve) => {
		execFile(process.execPath, [PROCESS, JSON.stringify(told)], (_killed, said) =>
			resolve(said === '' ? [] : said.split(' ')),
		);
	});

const openStore = ({ kind, place }: StorePlace) =>
	kind === 'sqlite'
		? createSqliteDocumentStore({ path: place, random: systemRandom })
		: createPostgresDocumentStore({ url: place, random: systemRandom, timers: systemTimers });

/** Registers somebody and makes PINs; nobody has the store open afterwards. */
export const makePins = async (at: StorePlace, count: number): Promise<readonly MadePin[]> => {
	const store = await openStore(at);
	const world = await createDirectoryWorld({ store });
	await world.registered('ana');
	const ana = await world.enter('ana');
	if (!ana.ok) throw new Error(ana.error.kind);
	const pins: MadePin[] = [];
	for (let one = 0; one < count; one++) {
		const [secret, seed] = [systemRandom.bytes(32), systemRandom.bytes(32)];
		const texts = { secret: bytesToBase64Url(secret), seed: bytesToBase64Url(seed) };
		const made = await createPin(world.deps, ana.value, 'the right PIN', {
			deviceSecret: await envelopeKeyFromBytes(secret),
			deviceKey: await signingKeyFromSeed(seed),
			label: 'phone',
		});
		if (!made.ok) throw new Error(made.error.kind);
		const { profile, evaluator } = made.value;
		pins.push({ profile, evaluator, ...texts });
	}
	await store.close();
	return pins;
};

/** The entry of a PIN as it is kept, `undefined` when it is gone, and the keys of the site. */
const readPin = async (at: StorePlace, { profile }: Pick<MadePin, 'profile'>) => {
	const store = await openStore(at);
	const { engine, siteKeys } = await createDirectoryWorld({ store });
	const nobody = () => ({ id: 'test', rights: [] });
	const kept = await engine.read(ORG, nobody, async (source) =>
		ok(await source.read<PinData>('PIN', { profile })),
	);
	await store.close();
	return { siteKeys, entry: kept.ok ? kept.value : undefined };
};

/** Tries of a PIN that are counted; `undefined` when its entry is gone. */
export const countedTries = async (
	at: StorePlace,
	pin: Pick<MadePin, 'profile'>,
): Promise<number | undefined> => (await readPin(at, pin)).entry?.tries;

/** The key that evaluates a PIN: as the database keeps it, and opened by the keys of the site. */
export const evaluatorOf = async (at: StorePlace, pin: Pick<MadePin, 'profile'>) => {
	const { siteKeys, entry } = await readPin(at, pin);
	const sealed = base64UrlToBytes(entry?.evaluator ?? '') ?? new Uint8Array();
	const opened = siteKeys.for('pin').open([ORG, 'PIN', pin.profile], sealed);
	if (!opened) throw new Error('the keys of the site do not open it');
	return { sealed, opened };
};
