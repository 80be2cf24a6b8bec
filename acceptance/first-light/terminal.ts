import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

/** A command that runs as if somebody had typed it in a terminal. */
export type Running = {
	/**
	 * Waits until what was said fulfils the condition; fails, with what was said, when the command
	 * ends before or when `patience` (ms) is at its end.
	 */
	until(
		isFulfilled: (lines: readonly string[]) => boolean,
		patience?: number,
	): Promise<readonly string[]>;
	/** Ctrl-C, then the end: a terminal sends the signal to every process of the command */
	interrupt(): Promise<Ended>;
	readonly ended: Promise<Ended>;
};

export type Ended = {
	/** `null` when a signal ended it */
	readonly code: number | null;
	readonly signal: NodeJS.Signals | null;
	/** both outputs, in the order of their arrival */
	readonly lines: readonly string[];
};

const groups = new Set<number>();

/**
 * Starts a command in a folder, with the environment of a person's terminal: nothing of the npm and
 * of the test runner that started us, above all not the recent Node they put first in the PATH.
 */
export function type(
	command: readonly [string, ...string[]],
	folder: string,
	env: Readonly<Record<string, string>> = {},
): Running {
	const [program, ...args] = command;
	const child = spawn(program, args, {
		cwd: folder,
		env: { ...ordinaryEnvironment(), ...env },
		stdio: ['ignore', 'pipe', 'pipe'],
		detached: true,
	});
	if (child.pid !== undefined) groups.add(child.pid);
	const lines: string[] = [];
	const watchers = new Set<() => void>();
	for (const input of [child.stdout, child.stderr]) {
		createInterface({ input }).on('line', (line) => {
			lines.push(line);
			for (const watcher of watchers) watcher();
		});
	}
	const ended = new Promise<Ended>((resolve, reject) => {
		child.once('error', reject);
		child.once('close', (code, signal) => {
			if (child.pid !== undefined) groups.delete(child.pid);
			resolve({ code, signal, lines });
		});
	});
	return {
		ended,
		until: (isFulfilled, patience = 60_000) =>
			new Promise((resolve, reject) => {
				const fail = (why: string) => {
					clearTimeout(timer);
					reject(new Error(`${why}:\n${lines.join('\n')}`));
				};
				const timer = setTimeout(fail, patience, 'waited in vain');
				const watcher = () => {
					if (!isFulfilled(lines)) return;
					clearTimeout(timer);
					watchers.delete(watcher);
					resolve(lines);
				};
				watchers.add(watcher);
				watcher();
				ended.then(() => fail('ended too early'), reject);
			}),
		interrupt() {
			if (child.pid !== undefined) process.kill(-child.pid, 'SIGINT');
			return ended;
		},
	};
}

/** Ends whatever a failed test left running. */
export function endAll(): void {
	for (const group of groups) process.kill(-group, 'SIGKILL');
}

function ordinaryEnvironment(): NodeJS.ProcessEnv {
	const ours = /^(npm_|NODE|INIT_CWD$|PORT$|HOST$|NAVETTE_)/i;
	const kept = Object.entries(process.env).filter(([name]) => !ours.test(name));
	const folders = (process.env.PATH ?? '').split(':').filter((p) => !p.includes('node_modules'));
	return { ...Object.fromEntries(kept), PATH: folders.join(':') };
}
