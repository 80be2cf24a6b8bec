import { type Awaitable, StorageFault } from '@navette/storage';
import type { Dice } from '../dice.ts';
import type { Life } from '../life.ts';
import type { Weather } from '../weather.ts';

/** What is about to go wrong for one server at its store. */
export interface StoreFaults {
	/** Writes until the process is killed; 0 = it is not. */
	writesUntilKill: number;
	/** Killed when the store has committed, before anybody is told. */
	killAfterCommit: boolean;
	/** The next transaction fails. */
	failNext: boolean;
}

export const noFaults = (): StoreFaults => ({
	writesUntilKill: 0,
	killAfterCommit: false,
	failNext: false,
});

/** Where the store of one server may be slow, fail, or see its server die. */
export interface FaultPoints {
	readonly faults: StoreFaults;
	/** Something is read or asked for: others may go first. */
	pause(label: string): Promise<void>;
	/** Runs a read, now or later. */
	read<T>(work: () => Awaitable<T>): Awaitable<T>;
	/** Runs a write, now or later; the server may die just before it. */
	write<T>(label: string, work: () => Awaitable<T>): Promise<T>;
	/** Just before a commit. */
	beforeCommit(): Promise<void>;
	/** Just after a commit. */
	afterCommit(): void;
}

/** Why a server died whose commit nobody was told of. */
const AFTER_COMMIT = 'after commit';

const LONGEST_PAUSE = 30;

export const createFaultPoints = (deps: {
	readonly life: Life;
	readonly dice: Dice;
	readonly weather: Weather;
	readonly faults: StoreFaults;
	readonly name: string;
	readonly kill: (why: string) => void;
}): FaultPoints => {
	const { life, dice, weather, faults, name, kill } = deps;
	const wait = (label: string) =>
		life.wait(dice.between(0, LONGEST_PAUSE), `${name} store ${label}`);
	const isSlow = () => !weather.calm && dice.chance(weather.slowStore);
	const pause = async (label: string): Promise<void> => {
		life.check();
		if (isSlow()) await wait(label);
		life.check();
	};
	return {
		faults,
		pause,
		read(work) {
			life.check();
			return isSlow() ? wait('read').then(work) : work();
		},
		async write(label, work) {
			if (isSlow()) await wait(label);
			if (faults.writesUntilKill > 0 && --faults.writesUntilKill === 0) kill(`at ${label}`);
			life.check();
			return work();
		},
		async beforeCommit() {
			await pause('commit');
			if (!faults.failNext) return;
			faults.failNext = false;
			throw new StorageFault('io', 'a fault of the simulation');
		},
		afterCommit() {
			if (!faults.killAfterCommit) return;
			faults.killAfterCommit = false;
			kill(AFTER_COMMIT);
		},
	};
};
