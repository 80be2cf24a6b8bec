import { err, type Random, type Result, silentLog } from '@navette/core';
import { envelopeKeyFromBytes } from '@navette/crypto';
import {
	createLocalStore,
	createMemoryRecordStore,
	type LocalStore,
	type LocalStoreFault,
} from '@navette/local-store';
import type { Dice } from '../dice.ts';
import type { Life } from '../life.ts';
import type { Scheduler } from '../scheduler.ts';
import type { Weather } from '../weather.ts';
import { createPlainLocalStore, noDrafts } from './plain-store.ts';

/** What a device keeps from one run to the next. */
export interface DeviceDisk {
	/** The store of one run: slow, sometimes full, dead with the run. */
	open(life: Life): LocalStore;
}

/** The real store, sealed; a new one on the same records at each run. */
const openSealed = (dice: Dice): (() => Promise<LocalStore>) => {
	const records = createMemoryRecordStore();
	const secret = dice.random.bytes(32);
	const random: Random = dice.random;
	return async () =>
		createLocalStore({
			records,
			random,
			log: silentLog,
			key: await envelopeKeyFromBytes(new Uint8Array(secret)),
		});
};

export const createDeviceDisk = (deps: {
	readonly name: string;
	readonly scheduler: Scheduler;
	readonly dice: Dice;
	readonly weather: Weather;
}): DeviceDisk => {
	const { name, scheduler, dice, weather } = deps;
	const plain = createPlainLocalStore();
	const sealed = openSealed(dice.split());
	const isFull = () => !weather.calm && dice.chance(weather.fullDisk);

	return {
		open(life) {
			let lastAt = 0;
			let store: LocalStore | undefined = weather.sealed ? undefined : plain;
			/** Works happen one by one; the run hears of each a little later, or dies in between. */
			const run = <T>(label: string, work: (store: LocalStore) => Promise<T>): Promise<T> =>
				new Promise((resolve) => {
					lastAt = Math.max(lastAt, scheduler.now() + dice.between(0, 3));
					scheduler.after(lastAt - scheduler.now(), `${name} disk ${label}`, async () => {
						if (life.isOver()) return;
						store ??= await sealed();
						const done = await work(store);
						if (dice.chance(0.8)) return resolve(done);
						scheduler.after(dice.between(0, 20), `${name} disk told ${label}`, () => {
							if (!life.isOver()) resolve(done);
						});
					});
				});
			const write = <T>(
				label: string,
				work: (store: LocalStore) => Promise<Result<T, LocalStoreFault>>,
			) => run(label, async (open) => (isFull() ? err('full' as const) : work(open)));
			return {
				readThread: (thread) => run('read', (open) => open.readThread(thread)),
				writeThread: (thread, change) => write('keep', (open) => open.writeThread(thread, change)),
				eraseThread: (thread) => write('erase', (open) => open.eraseThread(thread)),
				readReport: (report, input) => run('report', (open) => open.readReport(report, input)),
				writeReport: (report, input, value) =>
					write('report', (open) => open.writeReport(report, input, value)),
				readOutbox: () => run('outbox', (open) => open.readOutbox()),
				addToOutbox: (value) => write('queue', (open) => open.addToOutbox(value)),
				writeOutbox: (position, value) =>
					write('unqueue', (open) => open.writeOutbox(position, value)),
				drafts: noDrafts,
				readMeta: (meta) => run('meta', (open) => open.readMeta(meta)),
				writeMeta: (meta, value) => write('meta', (open) => open.writeMeta(meta, value)),
				wipe: () => write('wipe', (open) => open.wipe()),
				close: async () => {},
			};
		},
	};
};
