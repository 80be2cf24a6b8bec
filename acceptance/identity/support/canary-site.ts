import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import {
	closeSync,
	existsSync,
	openSync,
	readdirSync,
	readFileSync,
	readSync,
	statSync,
} from 'node:fs';
import path from 'node:path';
import type { Entry } from './canary-server.ts';
import { foundIn, type Needles } from './needles.ts';

/** A server in a process of its own, everything of which can be searched. */
export interface CanarySite {
	readonly url: string;
	/** Keeps a text in the memory of the server. */
	hold(text: string): Promise<void>;
	/** What its heap holds, as JavaScript sees it. */
	heap(file: string): Promise<Buffer>;
	/**
	 * Names of the needles found anywhere in the memory of the process, living or freed; `undefined` where
	 * the system does not show it (only Linux does).
	 */
	inMemory(needles: Needles): readonly string[] | undefined;
	close(): Promise<void>;
}

const SHOWS_MEMORY = existsSync('/proc/self/maps');
const SERVER = path.join(import.meta.dirname, 'canary-server.ts');

/** Parts of a process's memory that hold data: what is read and written, and is not a device. */
const partsOf = (pid: number): readonly (readonly [from: number, to: number])[] =>
	readFileSync(`/proc/${pid}/maps`, 'utf8')
		.split('\n')
		.flatMap((line) => {
			const [, from, to, rest = ''] = /^([0-9a-f]+)-([0-9a-f]+) rw(.*)$/.exec(line) ?? [];
			if (from === undefined || to === undefined || rest.includes('/dev/')) return [];
			return [[Number.parseInt(from, 16), Number.parseInt(to, 16)] as const];
		});

const CHUNK = 1 << 24;

const searchMemory = (pid: number, needles: Needles): readonly string[] => {
	const memory = openSync(`/proc/${pid}/mem`, 'r');
	const buffer = Buffer.alloc(CHUNK);
	const found = new Set<string>();
	const readable = (from: number, length: number): number => {
		try {
			return readSync(memory, buffer, 0, length, from);
		} catch (error) {
			/* reserved, never used */
			if (error instanceof Error && 'code' in error && error.code === 'EIO') return 0;
			throw error;
		}
	};
	for (const [from, to] of partsOf(pid))
		for (let place = from; place < to; place += CHUNK) {
			const length = readable(place, Math.min(CHUNK, to - place));
			for (const name of foundIn(buffer.subarray(0, length), needles)) found.add(name);
		}
	closeSync(memory);
	return [...found];
};

/** Waits for the answer of a process; one that ended gives none. */
const answerOf = async (child: ChildProcess): Promise<Record<string, unknown>> => {
	const ended = once(child, 'exit').then(([code]) => {
		throw new Error(`the server ended with ${code}`);
	});
	const [answer] = await Promise.race([once(child, 'message'), ended]);
	return answer as Record<string, unknown>;
};

/** Starts a server on a folder. */
export const startCanarySite = async (options: {
	readonly data: string;
	readonly log: string;
	readonly pushHost: string;
	readonly entries: readonly Entry[];
}): Promise<CanarySite> => {
	const { data, log, pushHost, entries } = options;
	const { NODE_TEST_CONTEXT: _, ...env } = process.env;
	const child = fork(SERVER, [data, log, pushHost, JSON.stringify(entries)], { env });
	const { url } = await answerOf(child);
	const ask = async (message: object): Promise<void> => {
		const answer = answerOf(child);
		child.send(message);
		await answer;
	};
	return {
		url: String(url),
		hold: (text) => ask({ hold: text }),
		async heap(file) {
			await ask({ heap: file });
			return readFileSync(file);
		},
		inMemory: (needles) => (SHOWS_MEMORY ? searchMemory(child.pid ?? 0, needles) : undefined),
		async close() {
			const ended = once(child, 'exit');
			child.send({ end: true });
			await ended;
		},
	};
};

/** Files below a folder that hold one of the needles: their names, and which. */
export const filesWith = (folder: string, needles: Needles): readonly string[] =>
	readdirSync(folder, { recursive: true, encoding: 'utf8' })
		.filter((name) => statSync(path.join(folder, name), { throwIfNoEntry: false })?.isFile())
		.flatMap((name) => {
			const found = foundIn(readFileSync(path.join(folder, name)), needles);
			return found.length > 0 ? [`${name}: ${found.join(', ')}`] : [];
		});
