import { createCell, type ReadCell } from './cell.ts';
import { type TabLock, takeTabLock } from './tab-lock.ts';

/** Whether this tab is the one that works on this device. */
export type Execution = 'waiting' | 'here' | { readonly elsewhere: string };

/** One tab of the browser works at a time: it has the stores, the keys and the socket. */
export interface OneExecution {
	readonly state: ReadCell<Execution>;
	/** Takes the place of the tab that works. */
	takeOver(): void;
}

const NAME = 'navette';
/** How long the working tab may take to say what it shows, in ms. */
const ANSWER_MS = 400;

/** Tabs of one browser ask each other what they show; nothing secret is said. */
const whatIsShown = (): Promise<string> =>
	new Promise((resolve) => {
		const channel = new BroadcastChannel(NAME);
		const done = (title: string) => {
			channel.close();
			resolve(title);
		};
		const late = setTimeout(() => done(''), ANSWER_MS);
		channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
			const shown = typeof data === 'object' && data !== null && 'shown' in data ? data.shown : '';
			if (typeof shown !== 'string' || shown === '') return;
			clearTimeout(late);
			done(shown.slice(0, 200));
		});
		channel.postMessage({ asked: true });
	});

const answerOthers = (): (() => void) => {
	const channel = new BroadcastChannel(NAME);
	channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
		const isQuestion = typeof data === 'object' && data !== null && 'asked' in data;
		if (isQuestion) channel.postMessage({ shown: document.title });
	});
	return () => channel.close();
};

/** @param lost ends what this tab has open, before another works; @param here begins */
export const createOneExecution = (tell: {
	readonly here: () => void;
	readonly lost: () => Promise<void>;
}): OneExecution => {
	const state = createCell<Execution>('waiting');
	let waiting = new AbortController();
	const work = async (lock: TabLock) => {
		const stopAnswering = answerOthers();
		state.set('here');
		tell.here();
		await lock.lost;
		stopAnswering();
		state.set({ elsewhere: '' });
		await tell.lost();
	};
	const run = async (how: 'now' | 'steal') => {
		state.set('waiting');
		const lock = await takeTabLock(NAME, how);
		if (lock) return work(lock);
		state.set({ elsewhere: await whatIsShown() });
		/* a page that is slow to go, or a tab that is closed later: this one goes on by itself */
		waiting = new AbortController();
		const later = await takeTabLock(NAME, waiting.signal);
		if (later) await work(later);
	};
	void run('now');
	return {
		state,
		takeOver() {
			waiting.abort();
			void run('steal');
		},
	};
};
