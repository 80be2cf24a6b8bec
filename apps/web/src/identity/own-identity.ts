import { createSession, type Session } from '@navette/client';
import { silentLog, systemClock, systemRandom, systemTimers } from '@navette/core';
import type { Identity } from '@navette/directory/client';
import { DIRECTORY_TYPES, USER_THREAD } from '@navette/directory/model';
import { createMemoryLocalStore } from '@navette/local-store';
import type { AccessBook } from '../access/access-book.ts';
import { bringSheetRights } from '../access/sheet-rights.ts';
import { createCell, type ReadCell } from '../device/cell.ts';
import { browserConnectivity } from '../device/connectivity.ts';
import type { SiteDirectory } from './find-directory.ts';

/** Who is known on this page: keys in memory, and a session of the directory. */
export interface Known {
	readonly deps: SiteDirectory;
	readonly identity: Identity;
	readonly session: Session;
	/** Where the last sheet that was seen is noted. */
	readonly book: AccessBook | undefined;
}

/** The identity of whoever works here; it ends with what is open. */
export interface OwnIdentity {
	readonly known: ReadCell<Known | undefined>;
	enter(deps: SiteDirectory, identity: Identity, book?: AccessBook): Promise<void>;
	/** Ends the session, forgets the keys. */
	leave(): Promise<void>;
}

const catalogue = {
	documents: new Map(DIRECTORY_TYPES.map((type) => [type.name, type])),
	threads: new Map([[USER_THREAD.name, USER_THREAD]]),
};

/**
 * The same identity; each sheet that it reads or writes is noted at once as the last one seen, and
 * the rights of one that another device wrote come here.
 */
const notingHeads = (identity: Identity, book: AccessBook | undefined): Identity => ({
	...identity,
	async changeSheet(change) {
		const changed = await identity.changeSheet(change);
		await book?.keepHead(identity.head());
		return changed;
	},
	async readSheet() {
		const read = await identity.readSheet();
		await book?.keepHead(identity.head());
		if (read.ok && book) await bringSheetRights(book, identity);
		return read;
	},
});

export const createOwnIdentity = (): OwnIdentity => {
	const known = createCell<Known | undefined>(undefined);
	const leave = async () => {
		const before = known.get();
		known.set(undefined);
		if (!before) return;
		await before.book?.keepHead(before.identity.head());
		await before.session.close();
		await before.identity.close();
	};
	return {
		known,
		leave,
		async enter(deps, identity, book) {
			await leave();
			const session = await createSession({
				...{ org: deps.org, baseUrl: deps.url, signer: identity.signer, catalogue },
				...{ clock: systemClock, random: systemRandom, timers: systemTimers, log: silentLog },
				connectivity: browserConnectivity,
				store: await createMemoryLocalStore({ log: silentLog }),
			});
			/* ended from another device: what it showed goes too */
			session.sync.subscribe(() => {
				if (session.sync.get().error?.code === 'E-ENDED') void leave();
			});
			await book?.keepHead(identity.head());
			known.set({ deps, identity: notingHeads(identity, book), session, book });
		},
	};
};
