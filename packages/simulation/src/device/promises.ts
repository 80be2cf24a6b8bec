import type { Ledger } from '../model/ledger.ts';
import { hold } from '../violation.ts';

/** What became of an operation, as its device was told. */
type Fate =
	/** Asked, and nobody knows yet. */
	| 'asked'
	/** Its device promised to send it. */
	| 'kept'
	/** It was done. */
	| 'done'
	/** It was refused: nothing was saved. */
	| 'refused';

/** Everything that was promised to those who asked for operations, held against the truth. */
export interface Promises {
	/** A fresh mark. */
	ask(): string;
	kept(mark: string): void;
	done(mark: string): void;
	refused(mark: string): void;
	/** Holds all promises at the end; `isWaiting` says whether a device still holds a mark. */
	check(isWaiting: (mark: string) => boolean): void;
	counts(): Readonly<Record<Fate, number>>;
}

export const createPromises = (ledger: Ledger): Promises => {
	const fates = new Map<string, Fate>();
	let last = 0;
	const runs = (mark: string) => ledger.runsOf(mark);
	return {
		ask() {
			const mark = `m${++last}`;
			fates.set(mark, 'asked');
			return mark;
		},
		kept: (mark) => void fates.set(mark, 'kept'),
		done(mark) {
			hold(runs(mark) === 1, '4', () => `${mark} was acknowledged and ran ${runs(mark)} times`);
			fates.set(mark, 'done');
		},
		refused(mark) {
			if (fates.get(mark) === 'refused') return;
			hold(runs(mark) === 0, '4', () => `${mark} was refused and ran ${runs(mark)} times`);
			fates.set(mark, 'refused');
		},
		check(isWaiting) {
			for (const [mark, fate] of fates) {
				const said = () => `${mark}, ${fate}, ran ${runs(mark)} times`;
				if (fate === 'refused') hold(runs(mark) === 0, '4', said);
				if (fate === 'done') hold(runs(mark) === 1, '4', said);
				if (fate === 'kept')
					hold(runs(mark) === 1 || isWaiting(mark), '4', () => `${said()}: it is lost`);
			}
		},
		counts() {
			const counts = { asked: 0, kept: 0, done: 0, refused: 0 };
			for (const fate of fates.values()) counts[fate]++;
			return counts;
		},
	};
};
