import { readConfig } from './config.ts';
import { createLog } from './log.ts';
import { type Running, startServer } from './start.ts';
import { welcome } from './welcome.ts';

const say = (text: string): void => {
	process.stdout.write(`${text}\n`);
};

const fail = (sentence: string): void => {
	process.stderr.write(`${sentence}\n`);
	process.exitCode = 1;
};

/** The first signal ends cleanly; a second one does not wait. */
const endOnSignal = (running: Running): void => {
	let ending = false;
	const end = (): void => {
		if (ending) process.exit(130);
		ending = true;
		say('\nStopping: answers under way are finished first.');
		running.close().then(
			() => say('Stopped. Nothing that was saved is lost.'),
			(error: unknown) => fail(`Stopped with an error: ${String(error)}`),
		);
	};
	process.on('SIGINT', end);
	process.on('SIGTERM', end);
};

const config = readConfig(process.env);
if (!config.ok) fail(config.error);
else {
	const log = createLog(process.env.NAVETTE_LOG ?? 'warn');
	const started = await startServer({ ...config.value, log });
	if (!started.ok) fail(started.error);
	else {
		endOnSignal(started.value);
		say(welcome(started.value.url, started.value.entries));
	}
}
