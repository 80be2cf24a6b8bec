import { err, ok, type Result, systemClock, systemRandom } from '@navette/core';
import {
	createProfileList,
	createProfiles,
	createSleepLock,
	type OpenFault,
	type OpenProfile,
	type Profile,
	type Profiles,
	type WakeFault,
} from '@navette/device/client';
import type { LocalStoreFault } from '@navette/local-store';
import { removeIdbLocalStore } from '@navette/local-store-idb';
import { createPinBook, type PinBook } from '../identity/pin-book.ts';
import { createCell, type ReadCell } from './cell.ts';
import {
	type Holding,
	holdForDevice,
	holdForProfile,
	holdInMemory,
	profileBase,
} from './holding.ts';
import { openStore } from './open-store.ts';
import { allowWriting } from './preference-store.ts';
import { DEVICE_BASE, isKeptHere } from './presence.ts';
import { stretchInWorker } from './stretcher.ts';

/** Who works on this page, if anybody. */
export type DeviceState =
	| { readonly kind: 'starting' }
	/** Profiles are here and none is open. */
	| { readonly kind: 'closed'; readonly profiles: readonly Profile[]; readonly open: boolean }
	| { readonly kind: 'open'; readonly holding: Holding; readonly away: boolean }
	/** A profile sleeps: its keys are not in memory. */
	| { readonly kind: 'asleep'; readonly profile: Profile; readonly away: boolean };

/** What a person does with this device. */
export interface AppDevice {
	readonly state: ReadCell<DeviceState>;
	/** Why this device does not keep what it is given, when it does not. */
	readonly fault: ReadCell<LocalStoreFault | undefined>;
	/** Finds what is kept here. */
	start(): Promise<void>;
	/** Leaves nothing behind. */
	openAnonymous(): Promise<void>;
	/** Keeps everything in this browser, for whoever opens it. */
	openForAll(): Promise<void>;
	createProfile(wanted: {
		readonly name: string;
		readonly phrases: readonly string[];
		readonly strict: boolean;
	}): Promise<Result<void, LocalStoreFault>>;
	openProfile(
		id: string,
		phrases: readonly string[],
		away: boolean,
	): Promise<Result<void, OpenFault>>;
	/** Opens a profile by its key, kept sealed for its owner elsewhere; the bytes are wiped. */
	openProfileWith(id: string, bytes: Uint8Array): Promise<Result<void, 'unknown'>>;
	/** Lends the key of the open profile, to be sealed for its owner; nothing when none is open. */
	withKey<T>(work: (id: string, bytes: Uint8Array) => Promise<T>): Promise<T | undefined>;
	/** The codes of the profiles kept here. */
	pins(): Promise<PinBook>;
	/** Changes the open profile. */
	changeProfile(
		change: Partial<Pick<Profile, 'name' | 'strict' | 'sleepAfter'>>,
	): Promise<Result<void, LocalStoreFault>>;
	eraseProfile(id: string): Promise<void>;
	/** Chooses the code that reopens after sleep. */
	setCode(code: string): Promise<void>;
	hasCode(): boolean;
	sleep(): Promise<void>;
	wake(code: string): Promise<Result<void, WakeFault>>;
	/** Plane mode on or off. */
	setAway(away: boolean): void;
	/** Ends what is open; the page is as when it was opened. */
	close(): Promise<void>;
	/** Ends what is open, for another tab to work. */
	stop(): Promise<void>;
}

interface KeptHere {
	readonly profiles: Profiles;
	readonly pins: PinBook;
}

const openKept = async (): Promise<KeptHere> => {
	const { store } = await openStore(DEVICE_BASE);
	const profiles = createProfiles({
		list: createProfileList(store),
		...{ stretch: stretchInWorker, random: systemRandom, clock: systemClock },
		removeBase: (id) => removeIdbLocalStore(profileBase(id)),
	});
	return { profiles, pins: createPinBook(store) };
};

export const createAppDevice = (): AppDevice => {
	const state = createCell<DeviceState>({ kind: 'starting' });
	const fault = createCell<LocalStoreFault | undefined>(undefined);
	const lock = createSleepLock({ stretch: stretchInWorker, random: systemRandom });
	let opened: OpenProfile | undefined;
	let kept: Promise<KeptHere> | undefined;

	/** Opened at first use: asking makes the base of the device, so it is kept here from then on. */
	const keptHere = (): Promise<KeptHere> => {
		kept ??= openKept();
		return kept;
	};
	const known = async (): Promise<Profiles> => (await keptHere()).profiles;

	const leave = async () => {
		const before = state.get();
		opened = undefined;
		if (before.kind === 'open') await before.holding.close();
		fault.set(undefined);
	};

	const show = async (holding: Holding, away = false) => {
		if (holding.kind === 'profile' || holding.kind === 'device') allowWriting();
		state.set({ kind: 'open', holding, away });
	};

	const openHolding = async (one: OpenProfile, away: boolean) => {
		await leave();
		opened = one;
		await show(await holdForProfile(one, away, fault.set), away);
	};

	const start = async () => {
		if (!(await isKeptHere())) return show(await holdInMemory('none'));
		allowWriting();
		const list = await (await known()).list();
		const forAll = await holdForDevice();
		const isOpen = (await forAll.book.list()).length > 0;
		if (list.length === 0) return show(forAll);
		await forAll.close();
		state.set({ kind: 'closed', profiles: list, open: isOpen });
	};

	return {
		state,
		fault,
		start,
		async openAnonymous() {
			await leave();
			await show(await holdInMemory('anonymous'));
		},
		async openForAll() {
			await leave();
			await show(await holdForDevice());
		},
		async createProfile(wanted) {
			const made = await (await known()).create(wanted);
			if (!made.ok) return made;
			await openHolding(made.value, false);
			return ok(undefined);
		},
		async openProfile(id, phrases, away) {
			const found = await (await known()).open(id, phrases);
			if (!found.ok) return found;
			await openHolding(found.value, away);
			return ok(undefined);
		},
		async openProfileWith(id, bytes) {
			const found = await (await known()).openWith(id, bytes);
			if (!found.ok) return found;
			await openHolding(found.value, false);
			return ok(undefined);
		},
		withKey: async (work) => {
			const one = opened;
			return one?.holder.withBytes((bytes) => work(one.profile.id, bytes));
		},
		pins: async () => (await keptHere()).pins,
		async changeProfile(change) {
			const now = state.get();
			if (!opened || now.kind !== 'open') return err('gone');
			const changed = await (await known()).change(opened.profile.id, change);
			if (!changed.ok) return err(changed.error === 'unknown' ? 'gone' : changed.error);
			opened = { ...opened, profile: changed.value };
			state.set({ ...now, holding: { ...now.holding, profile: changed.value } });
			return ok(undefined);
		},
		async eraseProfile(id) {
			if (opened?.profile.id === id) await leave();
			lock.forget();
			await (await keptHere()).pins.forget(id);
			await (await known()).erase(id);
			await start();
		},
		async setCode(code) {
			if (opened) await lock.setCode(opened.holder, code);
		},
		hasCode: lock.isSet,
		async sleep() {
			const now = state.get();
			const profile = opened?.profile;
			if (!profile || now.kind !== 'open' || !lock.isSet()) return;
			const { away } = now;
			state.set({ kind: 'asleep', profile, away });
			opened = undefined;
			await now.holding.close();
		},
		async wake(code) {
			const now = state.get();
			if (now.kind !== 'asleep') return err('closed');
			const woken = await lock.wake(code);
			if (woken.ok) {
				await openHolding({ profile: now.profile, holder: woken.value }, now.away);
				return ok(undefined);
			}
			if (woken.error === 'closed') await start();
			return woken;
		},
		setAway(away) {
			const now = state.get();
			if (now.kind !== 'open') return;
			now.holding.sessions.setAway(away);
			state.set({ ...now, away });
		},
		async close() {
			await leave();
			lock.forget();
			await start();
		},
		async stop() {
			await leave();
			lock.forget();
			state.set({ kind: 'starting' });
		},
	};
};

/** Asks the browser not to make room by erasing what is kept; `true` when it promises. */
export const askToKeep = async (): Promise<boolean> => {
	const { storage } = navigator as { storage?: StorageManager };
	return (await storage?.persist?.()) ?? false;
};
