import { quantile, rounded } from '../results.ts';

/** Time between two frames at 60 a second, ms. */
const FRAME = 1_000 / 60;

/** Frames of one gesture, from the instants at which the page began each, ms. */
export interface FrameFigures {
	/** Frames a second over the whole gesture. */
	readonly rate: number;
	/** Frames that came a whole frame late or more, as a share. */
	readonly late: number;
	/** Between two frames, ms. */
	readonly p95: number;
	readonly longest: number;
	/** Processor time of the page for each 1/60 s of the gesture, ms. */
	readonly busy: number;
}

/** One gesture, as `Gesture` of the page. */
interface Seen {
	readonly frames: readonly number[];
	readonly busy: number;
	readonly asked: number;
}

/** What a person sees of gestures; a screen that drew nothing has a rate of 0. */
export const frameFigures = (gestures: readonly Seen[]): FrameFigures => {
	const waits = gestures.flatMap(({ frames }) =>
		frames.slice(1).map((instant, n) => instant - (frames[n] ?? 0)),
	);
	const duration = waits.reduce((sum, wait) => sum + wait, 0);
	const late = waits.filter((wait) => wait >= 2 * FRAME - 1).length;
	const busy = gestures.reduce((sum, one) => sum + one.busy, 0);
	const asked = gestures.reduce((sum, one) => sum + one.asked, 0);
	return {
		rate: duration === 0 ? 0 : rounded((1_000 * waits.length) / duration),
		late: waits.length === 0 ? 0 : rounded(late / waits.length),
		p95: rounded(quantile(waits, 0.95)),
		longest: rounded(Math.max(0, ...waits)),
		busy: asked === 0 ? 0 : rounded(busy / asked),
	};
};
