import { bytesToBase64Url, err, ok, type Random, type Result } from '@navette/core';
import { holdKey, type KeyHolder } from './key-holder.ts';
import { openUnderPhrase, type SealPlace, sealUnderPhrase } from './phrase-seal.ts';
import type { Stretcher } from './stretcher.ts';

/** Shortest code that reopens a sleeping application, in signs. */
export const MIN_CODE_LENGTH = 4;

/** `wrong`: one try is left. `closed`: the second failure, the key is forgotten: open again by phrase. */
export type WakeFault = 'wrong' | 'closed';

/**
 * The sleep of an open profile. While it is awake the key is also held, in memory only, under a code;
 * asleep, only that is left. What it does not do: a code is short, so somebody who copies the whole
 * memory of the browser may try codes at leisure.
 */
export interface SleepLock {
	/** Whether a code was chosen since the profile was opened. */
	isSet(): boolean;
	/** Chooses the code that will reopen. */
	setCode(holder: KeyHolder, code: string): Promise<void>;
	/** Reopens. The try is counted before it is evaluated. */
	wake(code: string): Promise<Result<KeyHolder, WakeFault>>;
	/** Forgets the code and what it held. */
	forget(): void;
}

const TRIES = 2;

export const createSleepLock = (deps: {
	readonly stretch: Stretcher;
	readonly random: Random;
}): SleepLock => {
	const { stretch, random } = deps;
	let held: { readonly sealed: Uint8Array; readonly place: SealPlace } | undefined;
	let failures = 0;

	const forget = () => {
		held?.sealed.fill(0);
		held = undefined;
		failures = 0;
	};

	return {
		isSet: () => held !== undefined,
		async setCode(holder, code) {
			const place: SealPlace = { purpose: 'nv/sleep', owner: bytesToBase64Url(random.bytes(16)) };
			const sealed = await holder.withBytes((bytes) => sealUnderPhrase(bytes, [code], place, deps));
			forget();
			held = { sealed, place };
		},
		async wake(code) {
			if (!held || failures >= TRIES) return err('closed');
			failures++;
			const bytes = await openUnderPhrase(held.sealed, [code], held.place, stretch);
			if (bytes) {
				failures = 0;
				return ok(await holdKey(bytes, random));
			}
			if (failures < TRIES) return err('wrong');
			forget();
			return err('closed');
		},
		forget,
	};
};
