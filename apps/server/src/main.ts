import { readConfig } from './config.ts';
import { readTextFile } from './read-text-file.ts';
import { runServer } from './run.ts';
import { welcome } from './welcome.ts';

const fail = (sentence: string): void => {
	process.stderr.write(`${sentence}\n`);
	process.exitCode = 1;
};

const read = readConfig(process.env, readTextFile);
if (!read.ok) fail(read.error);
else
	await runServer(read.value.config, {
		fail,
		say: (text) => void process.stdout.write(`${text}\n`),
		ready: ({ url, entries, directory }) =>
			welcome(read.value.config.url ?? url, entries, directory !== undefined),
	});
