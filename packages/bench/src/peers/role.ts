import { type ChildProcess, fork } from 'node:child_process';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const RUN_ROLE = pathToFileURL(path.join(import.meta.dirname, 'run-role.ts')).href;

/** One process of a peer, and what it is asked. */
export interface Role {
	ask<T>(verb: string, input?: object): Promise<T>;
	end(): Promise<void>;
}

interface Waiting {
	resolve(value: unknown): void;
	reject(error: Error): void;
}

const listen = (child: ChildProcess, what: string) => {
	const waiting = new Map<number, Waiting>();
	const fail = (error: Error): void => {
		for (const { reject } of waiting.values()) reject(error);
		waiting.clear();
	};
	child.on('message', (message) => {
		const { id, value, error } = message as { id: number; value?: unknown; error?: string };
		const one = waiting.get(id);
		waiting.delete(id);
		if (error === undefined) one?.resolve(value);
		else one?.reject(new Error(`${what}: ${error}`));
	});
	child.once('exit', (code) => fail(new Error(`${what} ended with ${code}`)));
	return waiting;
};

/** Starts a process of a peer; resolves once it has loaded its code. `signal` kills it. */
export const startRole = async (script: string, signal: AbortSignal): Promise<Role> => {
	const child = fork(script, [], {
		stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
		execArgv: ['--expose-gc'],
		env: { ...process.env, NAVETTE_BENCH_ROLE: RUN_ROLE, NODE_NO_WARNINGS: '1' },
	});
	const waiting = listen(child, path.basename(path.dirname(script)));
	const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
	signal.addEventListener('abort', () => child.kill('SIGKILL'), { once: true });
	let last = 0;
	const answer = <T>(id: number): Promise<T> =>
		new Promise((resolve, reject) => {
			waiting.set(id, { resolve: (value) => resolve(value as T), reject });
		});
	await answer(last);
	return {
		ask<T>(verb: string, input: object = {}) {
			const id = ++last;
			const answered = answer<T>(id);
			child.send({ id, verb, input });
			return answered;
		},
		async end() {
			if (child.connected) child.disconnect();
			const late = setTimeout(() => child.kill('SIGKILL'), 5_000);
			await ended;
			clearTimeout(late);
		},
	};
};
