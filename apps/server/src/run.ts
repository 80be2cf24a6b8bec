import { type Log, systemClock, systemRandom } from '@navette/core';
import type { Config } from './config.ts';
import { createLog } from './log.ts';
import { createPseudonyms } from './pseudonyms.ts';
import { type Running, startServer } from './start.ts';

/** How a server that runs in this process speaks to the person who started it. */
export interface Speech {
	say(text: string): void;
	/** A sentence about what went wrong; the process will end with 1. */
	fail(sentence: string): void;
	/** What is said once it listens. */
	ready(running: Running): string;
}

const wait = (ms: number): Promise<void> =>
	ms === 0 ? Promise.resolve() : new Promise((resolve) => setTimeout(resolve, ms));

/** Says that it stops, still serves for a while, finishes, ends. */
const stop = async (running: Running, drainSeconds: number): Promise<void> => {
	const ms = drainSeconds * 1_000;
	// the last sockets leave a little before the end
	running.server.drain(ms * 0.8);
	await wait(ms);
	await running.close();
};

/** The first signal ends cleanly; a second one does not wait. */
const endOnSignal = (running: Running, config: Config, { say, fail }: Speech): void => {
	let ending = false;
	const end = (): void => {
		if (ending) process.exit(130);
		ending = true;
		say('\nStopping: answers under way are finished first.');
		stop(running, config.drainSeconds).then(
			() => say('Stopped. Nothing that was saved is lost.'),
			(error: unknown) => fail(`Stopped with an error: ${String(error)}`),
		);
	};
	process.on('SIGINT', end);
	process.on('SIGTERM', end);
};

/** What nobody caught is a defect: it is written down without content, and the process ends. */
const endOnDefect = (log: Log, { fail }: Speech): void => {
	const end = (event: string) => (error: unknown) => {
		log.error(event, { error: error instanceof Error ? error.stack : String(error) });
		fail('Navette met a defect and ends. Nothing that was saved is lost; start it again.');
		process.exit(1);
	};
	process.on('uncaughtException', end('uncaught'));
	process.on('unhandledRejection', end('unhandled'));
};

/** Runs a server until it is told to end: what `npm start` and `navette serve` do. */
export const runServer = async (config: Config, speech: Speech): Promise<void> => {
	/* what it writes is for its owner only, whatever the folder it is written in lets others do */
	process.umask(0o077);
	const log = createLog(config.log, createPseudonyms({ clock: systemClock, random: systemRandom }));
	endOnDefect(log, speech);
	const started = await startServer({
		...config,
		log,
		logRequests: config.log === 'info' || config.log === 'debug',
	});
	if (!started.ok) return speech.fail(started.error);
	endOnSignal(started.value, config, speech);
	speech.say(speech.ready(started.value));
};
