import type { ArchivePhase, ArchiveProgress } from '@navette/archive';
import type { Terminal } from '../terminal.ts';

const WIDTH = 24;
/** Between two drawings, ms. */
const PACE = 100;

const SAID: Readonly<Record<ArchivePhase, string>> = {
	rows: 'rows read',
	contents: 'files read',
	verify: 'verifying the archive',
	import: 'writing',
	compare: 'comparing',
};

/** Draws how far a long work is, on standard error, when somebody watches; wiped by `end`. */
export const showProgress = (
	terminal: Terminal,
): { readonly progress: ArchiveProgress; readonly draw: Drawing; end(): void } => {
	let drawn = 0;
	const draw: Drawing = (name, done, total) => {
		const now = terminal.clock.now();
		if (!terminal.isWatched || (now - drawn < PACE && done < total)) return;
		drawn = now;
		const share = total > 0 ? Math.min(1, done / total) : 0;
		const filled = Math.round(WIDTH * share);
		const bar = '█'.repeat(filled) + '░'.repeat(WIDTH - filled);
		const figure = total > 0 ? `${Math.floor(share * 100)} %` : String(done);
		terminal.error(`\r\u001b[K${bar} ${figure} ${name}`);
	};
	return {
		draw,
		progress: (phase, done, total) => draw(SAID[phase], done, total),
		end() {
			if (terminal.isWatched) terminal.error('\r\u001b[K');
		},
	};
};

/** Draws a bar under a name; `total` 0 = not known. */
export type Drawing = (name: string, done: number, total: number) => void;
