/** A profile as the list of a device keeps it. Nothing of it is secret to who holds the device. */
export interface Profile {
	/** 128 random bits, base64url. */
	readonly id: string;
	/** What the person calls it. */
	readonly name: string;
	/** When it was made, ms. */
	readonly created: number;
	/** The key of its base, under its phrase. */
	readonly sealed: Uint8Array;
	/** Wrong phrases in a row, written before each is evaluated. */
	readonly failures: number;
	/** Whether the second wrong phrase in a row erases it. */
	readonly strict: boolean;
	/** Whether two phrases open it together: those of an identity. */
	readonly pair: boolean;
	/** Minutes without use before it falls asleep; 0 = never. */
	readonly sleepAfter: number;
}

/** A profile from what a device kept; `undefined` when it is something else. */
export const parseProfile = (value: unknown): Profile | undefined => {
	if (typeof value !== 'object' || value === null) return undefined;
	const { id, name, created, sealed, failures, strict, pair, sleepAfter } = value as Partial<
		Record<keyof Profile, unknown>
	>;
	if (typeof id !== 'string' || typeof name !== 'string' || typeof created !== 'number')
		return undefined;
	if (!(sealed instanceof Uint8Array)) return undefined;
	return {
		...{ id, name, created, sealed, strict: strict === true, pair: pair === true },
		failures: typeof failures === 'number' ? failures : 0,
		sleepAfter: typeof sleepAfter === 'number' ? sleepAfter : 0,
	};
};
