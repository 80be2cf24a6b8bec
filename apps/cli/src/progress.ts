import type { Terminal } from './terminal.ts';

const WIDTH = 24;

/** How far a long work is, drawn on standard error when somebody watches; nothing otherwise. */
export interface Progress {
	/** One more part is done; the name of the next. */
	step(name: string): void;
	/** Says something else about the part that is done now. */
	draw(text: string): void;
	end(): void;
}

/** A line that is drawn again at each step, and wiped at the end. */
export const createProgress = (terminal: Terminal, total: number): Progress => {
	let done = 0;
	const draw = (name: string): void => {
		const filled = Math.round((WIDTH * done) / Math.max(1, total));
		const bar = '█'.repeat(filled) + '░'.repeat(WIDTH - filled);
		terminal.error(`\r\u001b[K${bar} ${done}/${total} ${name}`);
	};
	if (!terminal.isWatched) return { step() {}, draw() {}, end() {} };
	return {
		step(name) {
			draw(name);
			done = Math.min(total, done + 1);
		},
		draw,
		end: () => terminal.error('\r\u001b[K'),
	};
};
