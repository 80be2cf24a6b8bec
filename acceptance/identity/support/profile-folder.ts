import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type BrowserContext, type BrowserContextOptions, chromium } from 'playwright-core';
import { formsOf } from './needles.ts';

const ARGS = [
	...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
	...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
];

/** A browser whose profile is a real folder: what it leaves there can be read. */
export interface ProfileFolder {
	readonly folder: string;
	/** Starts the browser on it; one at a time. */
	open(options?: BrowserContextOptions): Promise<BrowserContext>;
	/** Kills the browser, all of its processes: nothing of it gets to run any more. */
	kill(): Promise<void>;
	/** Files that hold a text, in any of the encodings a browser writes; close the browser first. */
	filesWith(text: string): readonly string[];
	/** Ends the browser, whatever state a test left it in, and removes the folder. */
	remove(): Promise<void>;
}

/** Every file below a folder. */
const filesOf = (folder: string): readonly string[] =>
	readdirSync(folder, { recursive: true, encoding: 'utf8' })
		.map((name) => path.join(folder, name))
		.filter((name) => statSync(name, { throwIfNoEntry: false })?.isFile());

/** Processes started on a profile folder: the browser's own, which takes the others with it. */
const processesOf = (folder: string): readonly number[] =>
	readdirSync('/proc')
		.filter((name) => /^\d+$/.test(name))
		.filter((pid) => commandOf(pid).includes(`--user-data-dir=${folder}`))
		.map(Number);

const commandOf = (pid: string): string => {
	try {
		return readFileSync(`/proc/${pid}/cmdline`, 'latin1');
	} catch (error) {
		/* it ended meanwhile */
		if (error instanceof Error) return '';
		throw error;
	}
};

const createProfileFolder = (): ProfileFolder => {
	const folder = mkdtempSync(path.join(tmpdir(), 'navette-profile-'));
	const opened: BrowserContext[] = [];
	return {
		folder,
		async open(options = {}) {
			const context = await chromium.launchPersistentContext(folder, {
				executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
				args: ARGS,
				locale: 'en-GB',
				viewport: { width: 1280, height: 900 },
				...options,
			});
			opened.push(context);
			return context;
		},
		async kill() {
			const context = opened.at(-1);
			const gone = new Promise((resolve) => context?.once('close', resolve));
			for (const pid of processesOf(folder)) process.kill(pid, 'SIGKILL');
			await gone;
			rmSync(path.join(folder, 'SingletonLock'), { force: true });
		},
		filesWith(text) {
			const forms = formsOf(text);
			return filesOf(folder).filter((name) => {
				const bytes = readFileSync(name);
				return forms.some((form) => bytes.includes(form));
			});
		},
		async remove() {
			for (const context of opened) await context.close();
			rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
		},
	};
};

/** Runs work on a profile of its own. */
export const withProfileFolder = async (
	work: (profile: ProfileFolder) => Promise<void>,
): Promise<void> => {
	const profile = createProfileFolder();
	try {
		await work(profile);
	} finally {
		await profile.remove();
	}
};
