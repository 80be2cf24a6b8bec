/** The device store of the app, alone on a page: what acceptance and measures act on. */
import { createSession } from '@navette/client';
import { encodeCbor } from '@navette/codec';
import { silentLog, systemClock, systemRandom, systemTimers } from '@navette/core';
import { envelopeKeyFromBytes } from '@navette/crypto';
import { createLocalBase, type LocalBase, type LocalDocument } from '@navette/local-store';
import { openIdbRecordStore } from '@navette/local-store-idb';
import { createCatalogue } from '@navette/model';

const deps = { random: systemRandom, log: silentLog };
const NAME = 'profile-of-test';
const PACK = 1_000;

/** Told by the base: what it could not keep. */
const told: (string | undefined)[] = [];
let base: LocalBase | undefined;

const openBase = async (): Promise<LocalBase> => {
	const records = await openIdbRecordStore(NAME, silentLog);
	if (!records.ok) throw new Error(records.error);
	const key = await envelopeKeyFromBytes(new Uint8Array(32).fill(7));
	base = createLocalBase({
		...deps,
		records: records.value,
		key,
		told: (fault) => told.push(fault),
	});
	return base;
};

const documentOf = (thread: number, index: number, text: string): LocalDocument => {
	const data = encodeCbor({
		nom: `Produit ${thread}.${index}`,
		prix: index * 7,
		texte: `${text} ${'légumes de saison '.repeat(8)}`,
	});
	return ['NOTE', `${thread}.${index}`, index + 1, 0, data];
};

/** A thread as the client keeps one, in packs as they came. */
const fillThread = async (
	account: string,
	thread: number,
	count: number,
	text = '',
): Promise<void> => {
	const store = await (base ?? (await openBase())).store(account);
	for (let from = 0; from < count; from += PACK) {
		const documents = Array.from({ length: Math.min(PACK, count - from) }, (_, at) =>
			documentOf(thread, from + at, text),
		);
		const cursor = {
			...{ reference: `r${thread}`, epoch: 'e', version: count, horizon: 0, scope: '' },
			...{ syncedAt: 1, interest: {}, shapes: { NOTE: 1 } },
		};
		const written = await store.writeThread(`shop BOOK/${thread}`, {
			...{ cursor, documents, replace: false },
		});
		if (!written.ok) throw new Error(written.error);
	}
	await store.close();
};

const made = createCatalogue(
	[{ name: 'NOTE', key: ['n', 'i'], threads: ['BOOK'], sealing: 'clear', shape: 1 }],
	[{ name: 'BOOK', key: ['n'] }],
);
if (!made.ok) throw new Error(made.error.join());
const catalogue = made.value;

/** From a closed base to the documents of these threads in the hands of a screen, in ms. */
const firstScreen = async (account: string, threads: readonly number[]) => {
	const begun = performance.now();
	const store = await (await openBase()).store(account);
	const session = await createSession({
		...{ org: 'shop', baseUrl: location.origin, token: 'none', catalogue, store, paused: true },
		...{ clock: systemClock, timers: systemTimers, ...deps },
	});
	let documents = 0;
	for (const thread of threads) {
		const live = session.watch(`BOOK/${thread}`);
		await new Promise<void>((resolve) => {
			const look = () => {
				if (live.get().status === 'ready') resolve();
			};
			live.subscribe(look);
			look();
		});
		documents += [...live.get().documents('NOTE').values()].length;
	}
	const ms = performance.now() - begun;
	await session.close();
	return { ms, documents };
};

Object.assign(window, {
	device: {
		told,
		openBase,
		fillThread,
		firstScreen,
		store: async (account: string) => (base ?? (await openBase())).store(account),
		closeBase: async () => {
			await base?.close();
			base = undefined;
		},
	},
});
