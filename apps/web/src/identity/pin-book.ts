import { base64UrlToBytes, bytesToBase64Url, type Result } from '@navette/core';
import { envelopeKeyFromBytes, signingKeyFromSeed } from '@navette/crypto';
import type { PinProfile, SheetHead } from '@navette/directory/client';
import type { LocalStore, LocalStoreFault } from '@navette/local-store';

/** What is kept of a code: worth nothing without the directory, nor the directory without it. */
export interface KeptPin {
	/** id of the profile of this device */
	readonly local: string;
	/** id of the entry at the directory */
	readonly profile: string;
	/** 32 bytes each, base64url; the store is sealed by a key that the browser does not give out */
	readonly secret: string;
	readonly seed: string;
	readonly evaluator: string;
	readonly label: string;
	/** a wrong code was tried since the last right one */
	readonly hasFailed: boolean;
	/** the last sheet that was seen: an older one is refused */
	readonly head?: SheetHead;
}

/** The codes of the profiles of this device. */
export interface PinBook {
	list(): Promise<readonly KeptPin[]>;
	keep(pin: KeptPin): Promise<Result<void, LocalStoreFault>>;
	forget(local: string): Promise<Result<void, LocalStoreFault>>;
}

const NAME = 'pins';

const isPin = (value: unknown): value is KeptPin =>
	typeof value === 'object' && value !== null && 'local' in value && 'evaluator' in value;

/** Kept in the store of the device. */
export const createPinBook = (store: LocalStore): PinBook => {
	const list = async () => {
		const kept = await store.readMeta(NAME);
		return Array.isArray(kept) ? kept.filter(isPin) : [];
	};
	const without = async (local: string) => (await list()).filter((one) => one.local !== local);
	return {
		list,
		keep: async (pin) => store.writeMeta(NAME, [...(await without(pin.local)), { ...pin }]),
		forget: async (local) => store.writeMeta(NAME, await without(local)),
	};
};

const bytesOf = (text: string) => base64UrlToBytes(text) ?? new Uint8Array(32);

/** The keys of a device for one code. */
export const pinDeviceOf = async (secret: Uint8Array, seed: Uint8Array) => ({
	deviceSecret: await envelopeKeyFromBytes(secret),
	deviceKey: await signingKeyFromSeed(seed),
});

/** What a try is made with, from what was kept. */
export const pinProfileOf = async (kept: KeptPin): Promise<PinProfile> => {
	const { profile, evaluator, label } = kept;
	return {
		profile,
		evaluator,
		label,
		...(await pinDeviceOf(bytesOf(kept.secret), bytesOf(kept.seed))),
	};
};

/** What is kept of a code that was made. */
export const keptPinOf = (
	made: Pick<PinProfile, 'evaluator' | 'label' | 'profile'>,
	local: string,
	secret: Uint8Array,
	seed: Uint8Array,
): KeptPin => ({
	...{ local, profile: made.profile, evaluator: made.evaluator, label: made.label },
	...{ secret: bytesToBase64Url(secret), seed: bytesToBase64Url(seed), hasFailed: false },
});
