import { bytesToHex } from '@navette/core';
import type { Head } from '../heads.ts';
import type { OwnIdentity } from '../identity.ts';
import type * as library from '../index.ts';
import { TENANT } from './cast.ts';
import { type History, nowOf, servedBlobs } from './history.ts';

/** The code under attack: this package, or a mutant of it. */
export type Library = typeof library;

/** What a server, perhaps hostile, hands out. */
export interface Served {
	readonly entries: readonly Uint8Array[];
	readonly blobs: ReadonlyMap<string, Uint8Array>;
}

/** What an honest server hands out. */
export const honestly = (history: History): Served => ({
	entries: history.entries,
	blobs: servedBlobs(history),
});

/**
 * A client reads all that is served, and holds it against what really happened.
 *
 * @param known heads that this client has seen before
 * @returns what it believes although it is not so; `undefined` when it believed only the truth, or
 *   refused with a typed fault
 */
export const deceive = async (
	lib: Library,
	history: History,
	served: Served,
	us: OwnIdentity,
	known: readonly Head[],
): Promise<string | undefined> => {
	const expected = { tenant: TENANT, id: history.id };
	const read = await lib.replayLedger(lib.groupRules, served.entries, expected);
	if (!read.ok) return undefined;
	if (lib.checkHeads(read.value, known) !== undefined) return undefined;
	const honest = nowOf(history);
	const [believed, true_] = [lib.headOf(read.value), lib.headOf(honest)];
	if (believed.seq !== true_.seq || bytesToHex(believed.hash) !== bytesToHex(true_.hash))
		return 'another history';
	return deceiveAboutObjects(lib, history, served, us);
};

/** The same for the bytes of objects, once the ledger is believed. */
export const deceiveAboutObjects = async (
	lib: Library,
	history: History,
	served: Served,
	us: OwnIdentity,
): Promise<string | undefined> => {
	const honest = nowOf(history);
	const ring = await lib.openRing(honest, us);
	if (!ring.ok) return undefined;
	for (const { object, data } of lastBlobs(history)) {
		const bytes = served.blobs.get(bytesToHex(object));
		if (bytes === undefined) continue;
		const opened = await lib.openObject(honest, ring.value, object, bytes);
		if (opened.ok && bytesToHex(opened.value) !== bytesToHex(data))
			return `object ${bytesToHex(object)} is not what was written`;
	}
	return undefined;
};

/** The last revision of each object. */
export const lastBlobs = (history: History) => [
	...new Map(history.blobs.map((blob) => [bytesToHex(blob.object), blob])).values(),
];
