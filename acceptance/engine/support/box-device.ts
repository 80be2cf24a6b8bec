import { createSession, type Observable, type Session, type ThreadView } from '@navette/client';
import { silentLog, systemClock, systemRandom, systemTimers } from '@navette/core';
import { createMemoryLocalStore } from '@navette/local-store';
import { createCatalogue } from '@navette/model';
import { BOX_TOKEN, boxesApplication } from '../../first-light/support/boxes.ts';

/** A device that watches the boxes: the real client, over HTTP and a socket. */
export interface BoxDevice {
	readonly session: Session;
	/** What it shows of each box. */
	boxes(): Readonly<Record<string, unknown>>;
	/** Resolves once what it shows passes. */
	until(passes: (boxes: Readonly<Record<string, unknown>>) => boolean): Promise<void>;
	/** Resolves once nothing waits in its outbox. */
	untilSent(): Promise<void>;
	close(): Promise<void>;
}

const catalogue = createCatalogue(boxesApplication.documents, boxesApplication.threads);

const boxesOf = (view: ThreadView): Readonly<Record<string, unknown>> =>
	Object.fromEntries([...view.documents('BOX')].map(([id, { data }]) => [id, data]));

/** Resolves once the value passes. */
const untilPasses = <T>(cell: Observable<T>, passes: (value: T) => boolean): Promise<void> =>
	new Promise((resolve) => {
		const look = () => {
			if (!passes(cell.get())) return;
			stop();
			resolve();
		};
		const stop = cell.subscribe(look);
		look();
	});

/** Opens a device on the server, or the front, at an address. */
export const openBoxDevice = async (baseUrl: string): Promise<BoxDevice> => {
	if (!catalogue.ok) throw new Error(catalogue.error.join());
	const system = { clock: systemClock, random: systemRandom, timers: systemTimers };
	const session = await createSession({
		...{ org: 'boxes', baseUrl, token: BOX_TOKEN, catalogue: catalogue.value, log: silentLog },
		store: await createMemoryLocalStore({ log: silentLog }),
		...system,
	});
	const thread = session.watch('BOXES/');
	return {
		session,
		boxes: () => boxesOf(thread.get()),
		until: (passes) => untilPasses(thread, (view) => passes(boxesOf(view))),
		untilSent: () => untilPasses(session.outbox, (entries) => entries.length === 0),
		close: () => session.close(),
	};
};
