import type { Dice } from './dice.ts';

/** How bad things are in a world. Drawn once; `calm` is set when everything is to heal. */
export interface Weather {
	calm: boolean;
	/** Documents in a pulled page at most. */
	readonly pageLimit: number;
	/** Chance that an HTTP request is lost, comes twice, or that its answer is lost. */
	readonly loss: number;
	/** Longest ordinary delay of a message, ms. */
	readonly delay: number;
	/** Chance that a write of a device is refused by its disk. */
	readonly fullDisk: number;
	/** Chance that a read or a write of a server lets others go first. */
	readonly slowStore: number;
	/** Chance that a server does not reach the store of contents. */
	readonly contentsFail: number;
	/** Bytes waiting on a socket above which notices are held back. */
	readonly slowBytes: number;
	/** Rights move and sockets break all the time. */
	readonly restless: boolean;
	/** The first device of a user is on a network that lets no socket through. */
	readonly noSockets: boolean;
	/** The bus carries documents between servers too. */
	readonly busCarriesDocuments: boolean;
	/** Devices use the real sealed store of the platform; slower. */
	readonly sealed: boolean;
}

/** A weather of these dice. */
export const createWeather = (dice: Dice): Weather => {
	const restless = dice.chance(0.25);
	return {
		restless,
		calm: false,
		pageLimit: dice.pick([1, 2, 3, 7, 50]),
		loss: dice.pick([0, 0.02, 0.1]),
		delay: dice.pick([5, 40, 300]),
		fullDisk: dice.pick([0, 0.01, 0.05]),
		slowStore: restless ? 0.5 : dice.pick([0.02, 0.1, 0.3]),
		contentsFail: dice.pick([0, 0.02, 0.1]),
		slowBytes: dice.pick([150, 1_000, 5_000]),
		noSockets: dice.chance(0.2),
		busCarriesDocuments: dice.chance(0.5),
		sealed: dice.chance(0.05),
	};
};
