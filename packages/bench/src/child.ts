import { fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

export interface Memory {
	readonly rss: number;
	readonly live: number;
}

/** A process measured, with a folder of its own that goes with it. */
export interface Child {
	readonly url: string;
	readonly folder: string;
	/** Bytes resident, and bytes alive on the heap and beside it after a collection. */
	memory(): Promise<Memory>;
	/** Bytes resident now, without a collection. */
	resident(): Promise<number>;
	stop(): Promise<void>;
}

/** Starts a script that sends `{url}` when it is ready. */
export const startChild = async (
	script: string,
	args: readonly string[] = [],
	environment: Readonly<Record<string, string>> = {},
): Promise<Child> => {
	const folder = mkdtempSync(path.join(tmpdir(), 'navette-bench-'));
	const child = fork(path.join(import.meta.dirname, script), [folder, ...args], {
		stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
		execArgv: ['--expose-gc'],
		env: { ...process.env, ...environment },
	});
	const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
	const answer = <T>() =>
		new Promise<T>((resolve, reject) => {
			child.once('message', (message) => resolve(message as T));
			child.once('exit', (code) => reject(new Error(`${script} ended with ${code}`)));
		});
	/* one question at a time: answers carry no name */
	let asking: Promise<unknown> = Promise.resolve();
	const ask = (verb: 'memory' | 'resident'): Promise<Memory> => {
		const asked = asking.then(() => {
			const answered = answer<Memory>();
			child.send(verb);
			return answered;
		});
		asking = asked.catch(() => undefined);
		return asked;
	};
	const { url } = await answer<{ url: string }>();
	return {
		url,
		folder,
		memory: () => ask('memory'),
		resident: async () => (await ask('resident')).rss,
		async stop() {
			if (child.connected) child.disconnect();
			await ended;
			rmSync(folder, { recursive: true, force: true });
		},
	};
};
