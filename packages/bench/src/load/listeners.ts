import { type ChildProcess, fork } from 'node:child_process';
import path from 'node:path';
import type { BenchServer } from '../measures/bench-server.ts';

type Counts = readonly (readonly [bucket: number, count: number])[];

interface Report {
	readonly counts: Counts;
	readonly heard: number;
	readonly errors: number;
}

/** Processes full of devices that listen. */
export interface Listeners {
	/** What was heard since the last report. */
	report(): Promise<{
		readonly counts: readonly Counts[];
		readonly heard: number;
		readonly errors: number;
	}>;
	end(): Promise<void>;
}

/** Sockets of one process, below its limit of open files. */
const MOST = 4_000;
/** Source addresses, so that ports of loopback do not run out. */
const ADDRESSES = 32;

const answer = <T>(child: ChildProcess): Promise<T> =>
	new Promise((resolve, reject) => {
		const ended = (code: number | null) => reject(new Error(`listeners ended with ${code}`));
		child.once('exit', ended);
		child.once('message', (message) => {
			child.off('exit', ended);
			resolve(message as T);
		});
	});

/** Opens sockets from processes of their own; `referenceOf` says which thread the nth listens to. */
export const startListeners = async (
	server: BenchServer,
	sockets: number,
	referenceOf: (n: number) => string,
): Promise<Listeners> => {
	const url = `${server.url.replace('http', 'ws').replace('localhost', '127.0.0.1')}/api/bench/socket`;
	const children: ChildProcess[] = [];
	for (let from = 0; from < sockets; from += MOST) {
		const child = fork(path.join(import.meta.dirname, 'listeners-process.ts'));
		await answer(child);
		children.push(child);
		const references = Array.from({ length: Math.min(MOST, sockets - from) }, (_, at) =>
			referenceOf(from + at),
		);
		const opened = answer<{ readonly failed?: string }>(child);
		child.send({ url, token: server.token, references, addresses: ADDRESSES });
		const { failed } = await opened;
		if (failed !== undefined) throw new Error(failed);
	}
	return {
		async report() {
			const reports = await Promise.all(
				children.map((child) => {
					const reported = answer<Report>(child);
					child.send('report');
					return reported;
				}),
			);
			return {
				counts: reports.map(({ counts }) => counts),
				heard: reports.reduce((sum, { heard }) => sum + heard, 0),
				errors: reports.reduce((sum, { errors }) => sum + errors, 0),
			};
		},
		async end() {
			await Promise.all(
				children.map((child) => {
					const ended = new Promise((resolve) => child.once('exit', resolve));
					if (child.connected) child.disconnect();
					return ended;
				}),
			);
		},
	};
};
