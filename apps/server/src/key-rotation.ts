import type { Log, Timers } from '@navette/core';
import type { KeyRings } from '@navette/site-keys';
import type { Sealing } from './sealing.ts';
import type { KeySource } from './site-keys.ts';

/** How often the file of keys is looked at. */
const EVERY = 5_000;
/** Rows and contents between two lines of the log. */
const TOLD = 10_000;

/** Times everything is looked at for what an older key sealed. */
const PASSES = 10;

/** What was sealed again, and what could not be. */
interface Resealed {
	readonly rows: number;
	readonly contents: number;
	readonly left: number;
}

/** Thrown within the work when the server ends. */
class Ended extends Error {}

/** Whether there may be something that another key than that of now sealed. */
const hasOlder = ({ data, files }: KeyRings): boolean =>
	(data?.keys.length ?? 0) > 1 || (files?.keys.length ?? 0) > 1;

const keyOfNow = ({ data, files }: KeyRings): string =>
	`${data?.keys.at(-1)?.id} ${files?.keys.at(-1)?.id}`;

/**
 * Lets a server follow the keys of its site while it serves: a key that was added opens within seconds,
 * one that was rotated seals, and what older ones sealed is sealed again in the background, also after
 * a restart in its middle. Answers how to end it.
 */
export const followKeys = (deps: {
	readonly keys: KeySource;
	readonly sealing: Sealing;
	readonly timers: Timers;
	readonly log: Log;
}): (() => Promise<void>) => {
	const { keys, sealing, log } = deps;
	let isEnded = false;
	let sealedFor: string | undefined;
	let work: Promise<void> = Promise.resolve();

	/** Seals once through everything; says what it sealed, and what it could not. */
	const resealOnce = async (): Promise<Resealed> => {
		const all = { rows: 0, contents: 0, left: 0 };
		for (const org of await sealing.organisations()) {
			let told = 0;
			const done = await sealing.reseal(org, (count) => {
				if (isEnded) throw new Ended();
				if (count - told < TOLD) return;
				told = count;
				log.info('reseal-under-way', { org, count });
			});
			all.rows += done.rows;
			all.contents += done.contents;
			all.left += done.left;
		}
		return all;
	};

	/**
	 * Until nothing is found: what was on its way when the key changed comes behind the first look. Not
	 * for ever: a server that was not given the new key would go on sealing by the old one.
	 */
	const resealAll = async (): Promise<void> => {
		let [rows, contents] = [0, 0];
		for (let pass = 1; pass <= PASSES; pass++) {
			const done = await resealOnce();
			rows += done.rows;
			contents += done.contents;
			if (done.rows + done.contents > 0) continue;
			log.info('reseal-done', { count: rows, contents });
			if (done.left > 0) log.error('reseal-left', { count: done.left });
			return;
		}
		log.error('reseal-endless', { count: rows, contents });
	};

	const begin = (): void => {
		const wanted = keyOfNow(keys.rings());
		if (isEnded || !hasOlder(keys.rings()) || wanted === sealedFor) return;
		sealedFor = wanted;
		work = work.then(resealAll).catch((error: unknown) => {
			sealedFor = undefined;
			if (!(error instanceof Ended)) log.error('reseal-failed', { error: String(error) });
		});
	};

	const look = (): void => {
		const changed = keys.refresh();
		if (!changed.ok) log.error('site-keys-refused');
		else if (changed.value) log.info('site-keys-read');
		begin();
	};

	begin();
	const stop = deps.timers.every(EVERY, look);
	return async () => {
		isEnded = true;
		stop();
		await work;
	};
};
